import {
  type Comparison,
  type Disagreement,
  type Entry,
  type EntryHash,
  MAX_ENTRIES,
  type Party,
} from '../../../sdk/contract/index.ts';
import { compareEntries, differingFields } from '../../../sdk/model/ledger/index.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import type { PartnerFailure } from '../network/partner-api.ts';
import type { SettlementCalls } from './ports.ts';
import { entriesById, hashesOf } from './store.ts';

export interface Compared extends Comparison {
  /** Who the partner says it is; undefined when it could not be asked. */
  readonly party?: Party;
  /** What the partner, as seller, sent us already; cents. */
  readonly moved?: number;
}

interface Account {
  readonly agreement: string;
  readonly period: string;
}

/** A partner that could not be asked, or not to the end. */
class Unanswered extends Error {
  readonly failure: PartnerFailure;

  constructor(failure: PartnerFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Lays an account beside the partner's and names every line on which they differ. Never rejects for the partner's sake. */
export async function compareAccount(db: Database, calls: SettlementCalls, account: Account): Promise<Compared> {
  try {
    const theirs = await askAll(calls, account);
    const ours = await hashesOf(db, account.agreement, account.period);
    const disagreements = await nameLines(db, calls, account, compareEntries(ours, theirs.entries));
    return {
      state: disagreements.length === 0 ? 'agreed' : 'different',
      disagreements,
      party: theirs.party,
      moved: theirs.moved,
    };
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { state: 'unknown', reason: error.failure.code, disagreements: [] };
  }
}

async function askAll(calls: SettlementCalls, { agreement, period }: Account) {
  const entries: EntryHash[] = [];
  for (;;) {
    const after = entries.at(-1)?.id;
    const { data, error } = await calls.statement(agreement, period, after);
    if (error) throw new Unanswered(error);
    const fresh = data.entries.filter(({ id }) => after === undefined || id > after);
    entries.push(...fresh);
    // Who says there is more and gives nothing new would have us ask for ever.
    if (data.more && fresh.length === 0) throw new Unanswered({ outcome: 'refused', code: 'network' });
    if (!data.more) return { party: data.party, moved: data.moved.cents, entries };
  }
}

/** Fetches what hashes only hinted at. */
async function nameLines(
  db: Database,
  calls: SettlementCalls,
  account: Account,
  { missingHere, missingThere, different }: ReturnType<typeof compareEntries>,
): Promise<Disagreement[]> {
  const ours = byId(await inParts([...missingThere, ...different], (ids) => entriesById(db, account.agreement, ids)));
  const theirs = byId(
    await inParts([...missingHere, ...different], async (ids) => {
      const { data, error } = await calls.entries(account.agreement, account.period, ids);
      if (error) throw new Unanswered(error);
      return data.entries;
    }),
  );
  return [
    ...missingHere.map((id) => ({ kind: 'missing-here' as const, entry: present(theirs, id) })),
    ...missingThere.map((id) => ({ kind: 'missing-there' as const, entry: present(ours, id) })),
    ...different.map((id) => {
      const [entry, their] = [present(ours, id), present(theirs, id)];
      return { kind: 'different' as const, fields: differingFields(entry, their), entry, theirs: their };
    }),
  ];
}

const byId = (entries: readonly Entry[]) => new Map(entries.map((entry) => [entry.id, entry]));

function present(entries: ReadonlyMap<string, Entry>, id: string): Entry {
  const entry = entries.get(id);
  // Gone between two questions, or never there: the partner's word does not hold together.
  if (!entry) throw new Unanswered({ outcome: 'refused', code: 'network' });
  return entry;
}

async function inParts<T>(
  ids: readonly string[],
  fetch: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let start = 0; start < ids.length; start += MAX_ENTRIES) {
    all.push(...(await fetch(ids.slice(start, start + MAX_ENTRIES))));
  }
  return all;
}
