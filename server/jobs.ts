import type { QueryExecutorProvider } from 'kysely';

/** Work that is done after the answer was given and must survive a crash, with what each needs to know. */
export interface JobPayloads {
  /** Ask the provider how a payment is and do what follows from it. `hint` is the provider's id a webhook named. */
  readonly 'follow-payment': { readonly payment: string; readonly hint?: string };
  /** Send money back, or see how far it is. */
  readonly 'pursue-refund': { readonly refund: string };
  readonly 'mail-tickets': { readonly order: string };
  /** Tell a buyer what was bought beside places, with the codes of vouchers and passes. */
  readonly 'mail-products': { readonly order: string };
  /** Tell the address an order had before that its tickets go elsewhere. */
  readonly 'mail-readdressed': { readonly order: string };
  readonly 'mail-refund': { readonly refund: string };
  /** Tell the owning centre that we ended an agreement. */
  readonly 'end-agreement': { readonly agreement: string; readonly attempt: number };
  /** Tell a partner what was decided about its part of an order or a cart. */
  readonly 'finish-leg': { readonly leg: string };
  /** Ask partners to hold an order's places as long as its payment may take. */
  readonly 'keep-legs': { readonly order: string };
  /** Read what a partner's feed has to say since we last asked. */
  readonly 'follow-partner': { readonly agreement: string };
  /** A performance does not take place: its buyers here get their money back. Ours by its id, a partner's by reference. */
  readonly 'refund-performance': { readonly performance: string };
  /** A performance moved: its buyers here are told. */
  readonly 'mail-moved': { readonly order: string; readonly performance: string };
  /** Tell who joined a waiting list that they are on it, and how to leave it. */
  readonly 'mail-waiting': { readonly entry: string };
  /** Tell who waited that places are held for them. `cart` is the one that holds them. */
  readonly 'mail-waiting-offer': { readonly entry: string; readonly cart: string };
  /** Take back at UiTPAS what came to nothing. */
  readonly 'end-uitpas-sales': Readonly<Record<string, never>>;
  /** Look after everything that should have happened by itself. Comes every minute. */
  readonly reconcile: Readonly<Record<string, never>>;
}

export type JobName = keyof JobPayloads;

/** What each kind of work does. A task that throws is tried again, later and later. */
export type Tasks = { readonly [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };

/** Where work is left in the same transaction as the reason for it, so that neither exists without the other. */
export interface JobQueue {
  /**
   * Adds a job within the caller's transaction. A waiting job with the same key is replaced; one that runs already is
   * followed by another, because what it saw may be old.
   */
  add<Name extends JobName>(
    trx: QueryExecutorProvider,
    name: Name,
    payload: JobPayloads[Name],
    options: { readonly key: string; readonly runAt?: Date },
  ): Promise<void>;
}
