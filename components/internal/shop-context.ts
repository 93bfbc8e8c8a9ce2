import { createContext } from '@lit/context';
import type { Shop } from '../../sdk/stores/types.ts';

/** How `<foyer-shop>` hands its shop to the elements inside it. One key for every copy of Foyer on a page. */
export const shopContext = createContext<Shop | undefined>(Symbol.for('foyer-shop'));
