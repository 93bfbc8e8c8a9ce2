import type { LogFields } from '../../adapters/log.ts';
import type { Sender } from '../../adapters/mail/message.ts';
import type { Mail } from '../../adapters/mail/port.ts';
import type { Places } from '../cluster.ts';

/** What the centre that stands apart is told once, to begin with. */
export interface Beginning {
  readonly places: Places;
  readonly dataFolder: string;
  readonly embedFolder: string;
  /** The emulated Mollie as another process reaches it. */
  readonly mollie: string;
  /** Milliseconds by which its clock is ahead of the machine's. */
  readonly ahead: number;
}

/**
 * What it tells the demo. Mails come this way because the demo has one mailbox for everybody; nothing else that a
 * centre knows does.
 */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'said'; readonly line: string }
  | { readonly kind: 'mail'; readonly from: Sender; readonly mail: Mail }
  | { readonly kind: 'warned'; readonly event: string; readonly fields: LogFields }
  | { readonly kind: 'erred'; readonly event: string; readonly cause: unknown; readonly fields: LogFields };
