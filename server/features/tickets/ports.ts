import type { Line } from '../../../sdk/contract/cart.ts';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { TicketFacts } from '../../../sdk/model/ticket-code.ts';

export type { TicketFacts };

/** Makes and reads the codes on tickets. One per centre; holds its private key. */
export interface TicketSigner {
  /** Id of the public key, as in contract TicketKey. */
  readonly keyId: string;
  /** Raw 32-byte Ed25519 public key, base64url. */
  readonly publicKey: string;
  /** The code for a ticket: signed, compact, no personal data. Same input, same code. */
  sign(ticket: TicketFacts): string;
}

/** One ticket as it is printed. */
export interface PrintableTicket {
  readonly code: string;
  readonly line: Line;
}

export interface PrintableOrder {
  readonly centre: Centre;
  readonly number: string;
  readonly language: Language;
  readonly tickets: readonly PrintableTicket[];
}

/** Draws the PDF with one page a ticket. */
export type TicketPrinter = (order: PrintableOrder) => Promise<Uint8Array>;

/** Draws a code as a QR, as SVG text with a quiet zone, dark on light. */
export type QrDrawer = (code: string) => string;
