import { webTimers } from '../sdk/platform.ts';
import { createJobQueue } from './adapters/jobs/queue.ts';
import { type RunningJobs, startJobs } from './adapters/jobs/worker.ts';
import type { Log } from './adapters/log.ts';
import { withLogo } from './adapters/mail/logo.ts';
import type { Mailer } from './adapters/mail/port.ts';
import { createManageAccess } from './adapters/manage-access.ts';
import {
  assertHumbleRole,
  type Database,
  openDatabase,
  type ProvisionedCentre,
  provisionCentre,
} from './adapters/postgres/index.ts';
import { createProofKeys, proofSeedOf } from './adapters/proof-keys.ts';
import { createTicketPrinter, createTicketSigner, drawQr, type TicketLook } from './adapters/tickets/index.ts';
import { createTokens } from './adapters/tokens.ts';
import { createCatalogue } from './features/catalogue/index.ts';
import { createHoldQueue } from './features/holds/index.ts';

import { createLegStore, followPartnersRegularly } from './features/legs/index.ts';
import { createAskOpenly, refreshAgreement } from './features/network/agreements/index.ts';
import { createPartnerProgramme } from './features/network/index.ts';

import { createNetworkKeys, networkSeedOf } from './features/network/keys.ts';

import { createPartners } from './features/network/partners.ts';
import type { PartnerFetch } from './features/network/safe-fetch.ts';
import type { PaymentProvider } from './features/payments/provider.ts';
import { createPriceLists } from './features/prices/index.ts';
import { createLiveHub } from './features/seating/index.ts';
import { bankTransfer, type MoneyMover } from './features/settlement/index.ts';
import type { Uitpas } from './features/uitpas/port.ts';
import { createViews } from './features/views/index.ts';
import { offerRegularly } from './features/waiting-list/index.ts';
import type { Clock, Randomness } from './ports.ts';
import type { CentreConfig, CentreParts, CentreRuntime } from './runtime.ts';
import { centreTasks } from './tasks.ts';
import { tidyRegularly } from './tidy.ts';

/** What only this centre may know and have. */
export interface CentreSettings {
  readonly config: CentreConfig;
  /** Of the centre's database role, which is made with it. */
  readonly databasePassword: string;
  /** At least 32 characters; whoever knows it can open every cart and order. */
  readonly tokenSecret: string;
  /** 32 bytes; whoever knows it can make tickets. */
  readonly ticketSeed: Uint8Array;
  /** 32 bytes each; whoever knows one can act for the centre at its partners. The first signs. Without it, one follows from `ticketSeed`. */
  readonly networkSeeds?: readonly Uint8Array[] | undefined;
  /** At least 32 characters; opens the Manage API. Without it there is none. */
  readonly manageToken?: string | undefined;
  readonly look: TicketLook;
  readonly provider: PaymentProvider;
  readonly mailer: Mailer;
  readonly mover?: MoneyMover | undefined;
  /** UiTPAS, where the centre has credentials for it. */
  readonly uitpas?: Uitpas | undefined;
}

/** What all centres of a server share. */
export interface Surroundings {
  /** Connections of each centre's pool; 10 by default. */
  readonly connections?: number;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** How a centre at this address reaches its partners. */
export type Reach = (own: string) => PartnerFetch;

/** A centre at work. */
export interface RunningCentre {
  readonly runtime: CentreRuntime;
  readonly jobs: RunningJobs;
}

/** Takes back what was started, in the opposite order. */
export type Undo = (() => Promise<void> | void)[];

/** Puts a centre's parts to work. Every composition goes through here: production, demo and tests. */
export function createRuntime(parts: CentreParts): CentreRuntime {
  const { clock, config, db, log, partners } = parts;
  const runtime: CentreRuntime = {
    ...parts,
    catalogue: createCatalogue(db, clock),
    holds: createHoldQueue(db),
    legs: { store: createLegStore(parts), partners, random: parts.random },
    live: createLiveHub({ db, log }),
    views: createViews(config.viewsFolder),
    mover: parts.mover ?? bankTransfer,
    priceLists: createPriceLists(db),
    partnerProgramme: createPartnerProgramme({
      ...{ db, clock, partners },
      onEnded: (agreement) => {
        refreshAgreement(runtime, parts.agreementCalls, agreement).catch((error: unknown) =>
          log.error('agreement-not-refreshed', error, { agreement }),
        );
      },
    }),
  };
  return runtime;
}

/** Ends what never ends by itself: the streams of those who follow along. */
export function closeStreams({ live, partnerProgramme }: CentreRuntime): void {
  live.close();
  partnerProgramme.close();
}

/**
 * Makes sure a centre has its place in the database, and starts it there as its own humble role.
 * @param undo Gets what stops it again, also when starting fails halfway.
 */
export async function startCentre(
  adminUrl: string,
  settings: CentreSettings,
  surroundings: Surroundings & { readonly reach: Reach },
  undo: Undo,
): Promise<RunningCentre> {
  const { log } = surroundings;
  const { id } = settings.config;
  const place = await provisionCentre(adminUrl, { id, password: settings.databasePassword });
  const db = openDatabase(place.url, {
    max: surroundings.connections ?? 10,
    onIdleError: (error) => log.error('database-connection-lost', error, { centre: id }),
  });
  undo.push(() => db.destroy());
  await assertHumbleRole(db, place.schema);
  const runtime = createRuntime(partsOf(settings, place, db, surroundings));
  undo.push(() => closeStreams(runtime));
  const jobs = await startJobs({ url: place.url, db, schema: place.jobsSchema, tasks: centreTasks(runtime), log });
  undo.push(() => jobs.stop());
  undo.push(tidyRegularly(db, log));
  undo.push(followPartnersRegularly(runtime, log));
  undo.push(offerRegularly(runtime, log));
  log.info('centre-started', { centre: id });
  return { runtime, jobs };
}

function partsOf(
  settings: CentreSettings,
  place: ProvisionedCentre,
  db: Database,
  { clock, log, random, reach }: Surroundings & { readonly reach: Reach },
): CentreParts {
  const { config, provider, mover } = settings;
  const mailer = withLogo(settings.mailer, settings.look.logo);
  const networkKeys = createNetworkKeys(settings.networkSeeds ?? [networkSeedOf(settings.ticketSeed)]);
  const fetch = reach(config.apiUrl);
  const partners = createPartners({ db, keys: networkKeys, fetch, clock, timers: webTimers, random, log });
  return {
    ...{ config, db, clock, random, log, provider, mailer, mover, drawQr, networkKeys, partners },
    agreementCalls: partners,
    settlementCalls: partners,
    uitpasCalls: partners,
    uitpas: settings.uitpas && {
      api: settings.uitpas,
      proofs: createProofKeys(proofSeedOf(settings.ticketSeed), clock),
    },
    askOpenly: createAskOpenly(fetch),
    tokens: createTokens(settings.tokenSecret),
    signer: createTicketSigner(settings.ticketSeed),
    printer: createTicketPrinter({ look: settings.look, clock }),
    jobs: createJobQueue(place.jobsSchema),
    manage: settings.manageToken === undefined ? undefined : createManageAccess(settings.manageToken),
  };
}
