import type { AgreementTerms } from '../../../../sdk/contract/network/index.ts';
import type { Randomness } from '../../../ports.ts';
import type { CentreConfig } from '../../../runtime.ts';
import type { TicketSigner } from '../../tickets/ports.ts';
import type { OwnerStore } from './owner-store.ts';

/** An agreement in which we are the owner, as it is when its seller asks something. */
export interface OwnerAgreement {
  readonly id: string;
  readonly state: 'active' | 'ended';
  readonly terms: AgreementTerms;
}

/** What the verbs work with, so that the same code runs on a database and in a simulation. */
export interface OwnerParts {
  readonly store: OwnerStore;
  readonly random: Pick<Randomness, 'uuid'>;
  readonly signer: Pick<TicketSigner, 'sign'>;
  readonly config: Pick<CentreConfig, 'id' | 'timeZone'>;
}
