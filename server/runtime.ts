import type { Centre } from '../sdk/contract/centre.ts';
import type { Log } from './adapters/log.ts';
import type { Mailer } from './adapters/mail/port.ts';
import type { ManageAccess } from './adapters/manage-access.ts';
import type { Database } from './adapters/postgres/tables.ts';
import type { Tokens } from './adapters/tokens.ts';
import type { Catalogue } from './features/catalogue/index.ts';
import type { HoldQueue } from './features/holds/index.ts';

import type { LegParts } from './features/legs/index.ts';
import type { AgreementCalls, AskOpenly } from './features/network/agreements/index.ts';
import type { PartnerProgramme } from './features/network/index.ts';
import type { NetworkKeys } from './features/network/keys.ts';
import type { PartnerApi } from './features/network/partner-api.ts';

import type { PaymentProvider } from './features/payments/provider.ts';
import type { PriceLists } from './features/prices/index.ts';
import type { LiveHub } from './features/seating/index.ts';
import type { MoneyMover } from './features/settlement/mover.ts';
import type { SettlementCalls } from './features/settlement/ports.ts';
import type { QrDrawer, TicketPrinter, TicketSigner } from './features/tickets/ports.ts';
import type { CentreUitpas, UitpasCalls } from './features/uitpas/port.ts';
import type { Views } from './features/views/index.ts';
import type { JobQueue } from './jobs.ts';
import type { Clock, Randomness } from './ports.ts';

/** What a centre decides about itself. Price types and ticket keys come from its tables and its signer. */
export interface CentreConfig extends Omit<Centre, 'priceTypes' | 'ticketKeys'> {
  /** Where the outside reaches this centre's API, such as `https://api.example.be/centres/de-lantaarn`. */
  readonly apiUrl: string;
  /** Origins whose pages may sell for this centre, such as `https://www.example.be`; buyers return only there. */
  readonly origins: readonly string[];
  /** Held places one network may have at a time, over all its carts. */
  readonly maxHeldPerAddress: number;
  /** How partners pay the centre, and who it is to the tax; none of it is needed to sell. */
  readonly iban?: string | undefined;
  readonly bic?: string | undefined;
  readonly vatNumber?: string | undefined;
  readonly companyNumber?: string | undefined;
  /** How long places are held for who is offered them from a waiting list; an hour without it. */
  readonly waitingListMinutes?: number | undefined;
  /** Folder with the images that the centre's plans show as views from their sections. */
  readonly viewsFolder?: string | undefined;
}

/** What a centre is made of when its server runs: its own database, keys, money and post, and nothing shared. */
export interface CentreParts {
  readonly config: CentreConfig;
  readonly db: Database;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  readonly provider: PaymentProvider;
  readonly mailer: Mailer;
  readonly signer: TicketSigner;
  readonly networkKeys: NetworkKeys;
  readonly printer: TicketPrinter;
  readonly drawQr: QrDrawer;
  readonly jobs: JobQueue;
  /** Whether a token is the one of the centre's own people; without it there is no Manage API. */
  readonly manage?: ManageAccess | undefined;
  /** The centres it sells for, as it speaks with them. */
  readonly partners: PartnerApi;
  readonly agreementCalls: AgreementCalls;
  readonly askOpenly: AskOpenly;
  readonly settlementCalls: SettlementCalls;
  readonly uitpasCalls: UitpasCalls;
  /** UiTPAS under its own credentials; without it no tariff of UiTPAS is offered. */
  readonly uitpas?: CentreUitpas | undefined;
  /** How money that was taken for owners gets there; without it somebody transfers what the statements say. */
  readonly mover?: MoneyMover | undefined;
}

/** A running centre, as every feature gets it. Made by `createRuntime` of server/centre.ts. */
export interface CentreRuntime extends CentreParts {
  readonly mover: MoneyMover;
  readonly catalogue: Catalogue;
  readonly holds: HoldQueue;
  readonly legs: LegParts;
  readonly live: LiveHub;
  readonly partnerProgramme: PartnerProgramme;
  readonly priceLists: PriceLists;
  readonly views: Views;
}
