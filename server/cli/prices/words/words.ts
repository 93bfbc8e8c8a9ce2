import type { Conditions } from '../../../../sdk/contract/prices/conditions.ts';
import type { Reason } from '../../../../sdk/contract/prices/reasons.ts';
import type { VatCode } from '../../../../sdk/contract/vat.ts';

type Channel = NonNullable<Conditions['channels']>[number];

/** Everything `foyer prices try` says, in one language. Amounts come written already. */
export interface Words {
  /** For dates and amounts. */
  readonly locale: string;
  /** When and through what it is bought. */
  readonly bought: (when: string, channel: string) => string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly columns: {
    readonly place: string;
    readonly performance: string;
    readonly zone: string;
    readonly pays: string;
    readonly why: string;
  };
  /** What kind of step it was, behind its name; empty for a price type. */
  readonly kinds: Readonly<Record<Reason['kind'], string>>;
  readonly vat: Readonly<Record<VatCode, string>>;
  readonly products: string;
  readonly each: string;
  readonly fees: string;
  readonly subscriptions: string;
  readonly complete: (saved: string) => string;
  readonly missing: (performances: number) => string;
  readonly missingPart: (count: number, name: string) => string;
  readonly next: (more: number, from: number) => string;
  readonly codes: string;
  readonly codeWorks: string;
  readonly codeIdle: string;
  readonly total: string;
  readonly saved: (amount: string) => string;
  readonly nothing: string;
}
