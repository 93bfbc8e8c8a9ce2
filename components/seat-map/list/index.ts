import type { CSSResult } from 'lit';
import { listStyles } from './list.styles.ts';

export { SeatList } from './list.ts';

export const styles: readonly CSSResult[] = [listStyles];
