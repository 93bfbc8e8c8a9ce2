import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { Entry, Statement } from '../../../../sdk/contract/index.ts';
import { entriesForReturn } from '../../../../sdk/model/ledger/index.ts';
import type { TestCentre } from '../../../harness/centre.ts';
import type { TestCluster } from '../../../harness/cluster.ts';
import { PAID_TERMS, type SampleSale, sampleSale } from '../../../harness/ledger.ts';
import { bookAtBoth, createPaidCluster, PERIOD, statementOf } from '../../../harness/settlement.ts';

const EVENTS = 10_000;

/** Numbers that look random and are the same in every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

interface Pair {
  readonly owner: TestCentre;
  readonly seller: TestCentre;
  readonly agreement: string;
  /** Sales that were not undone yet. */
  readonly sales: Entry[][];
  readonly events: Entry[][];
}

const VAT = ['BE-6', 'BE-21', 'BE-EXEMPT-44'] as const;
const TERMS = [0, 333, 750, 1250].map((basisPoints, index) => ({
  ...PAID_TERMS,
  commission: { basisPoints, centsPerTicket: index * 15 },
  adminCentsPerTicket: index % 2 ? 35 : 0,
}));

/** What the tickets of one sale cost, and what is owed for them: at full price, as parts of a bundle, or on a pass. */
function pricesOf(next: (below: number) => number): Pick<SampleSale, 'prices' | 'owed'> {
  const count = 1 + next(2);
  const full = Array.from({ length: count }, () => next(20) * 155);
  const how = next(4);
  if (how === 0) return { prices: full.map(() => next(3) * 100), owed: full.map(() => 100 + next(900)) };
  // A discount of 12.5 %, that leaves halves of cents to be rounded; one visit beside a ticket at its price.
  if (how === 1) return { prices: full.map((cents) => cents - Math.floor((cents * 1250 + 5_000) / 10_000)) };
  if (how === 2) return { prices: full, owed: [next(900)] };
  return { prices: full };
}

/** One thing that happens between two centres: a sale of a few tickets, one ticket given back, or all of a sale. */
function happen({ agreement, events, sales }: Pair, next: (below: number) => number, at: Date): void {
  const kind = next(10);
  const [undone] = kind < 6 || sales.length === 0 ? [] : sales.splice(next(sales.length), 1);
  if (!undone) {
    const vat = VAT[next(3)] ?? 'BE-6';
    const sale = sampleSale({
      ...{ agreement, vat, at, performance: `stuk-${next(30)}`, terms: TERMS[next(4)] },
      ...pricesOf(next),
    });
    sales.push(sale);
    events.push(sale);
    return;
  }
  const line = undone[next(undone.length)]?.line;
  const part = kind === 9 ? undone : undone.filter((entry) => entry.line === line);
  events.push(entriesForReturn(part, { at, ids: randomUUID }));
}

describe('ten thousand sales, bundles, visits, refunds and cancellations over three centres', () => {
  let cluster: TestCluster;
  const pairs: Pair[] = [];
  /** Every pair of centres once, with the statement of each side. */
  let statements: [TestCentre, TestCentre, Statement, Statement][];
  before(async () => {
    cluster = await createPaidCluster(3);
    const { centres, agreementOf } = cluster;
    for (const owner of centres) {
      for (const seller of centres.filter((centre) => centre !== owner)) {
        pairs.push({ owner, seller, agreement: agreementOf(owner, seller), sales: [], events: [] });
      }
    }
    const next = seeded(4);
    for (let event = 0; event < EVENTS; event += 1) {
      const at = new Date(Date.UTC(2026, 10, 1, 0, event % (29 * 24 * 60)));
      const pair = pairs[next(pairs.length)];
      if (pair) happen(pair, next, at);
    }
    for (const { owner, seller, events } of pairs) await bookAtBoth(owner, seller, events.flat());
    const [a, b, c] = centres as [TestCentre, TestCentre, TestCentre];
    statements = await Promise.all(
      (
        [
          [a, b],
          [b, c],
          [a, c],
        ] as const
      ).map(
        async ([one, other]): Promise<(typeof statements)[number]> => [
          one,
          other,
          await statementOf(one, other),
          await statementOf(other, one),
        ],
      ),
    );
  });
  after(() => cluster.stop());

  it('are agreed on to the cent and to the line, from both sides', () => {
    const all = pairs.flatMap(({ events }) => events);
    assert.equal(all.length, EVENTS);
    let lines = 0;
    for (const [one, other, ours, theirs] of statements) {
      assert.deepEqual([ours.comparison, theirs.comparison], Array(2).fill({ state: 'agreed', disagreements: [] }));
      assert.equal(ours.net.cents + theirs.net.cents, 0);
      // What both say is also what happened, reckoned apart from any book.
      const due = (owner: TestCentre, seller: TestCentre) =>
        pairs
          .filter((pair) => pair.owner === owner && pair.seller === seller)
          .flatMap(({ events }) => events.flat())
          .reduce((sum, { amount }) => sum + amount.cents, 0);
      assert.equal(ours.net.cents, due(one, other) - due(other, one));
      assert.deepEqual(
        ours.lines.map(({ entry }) => entry.id).sort(),
        theirs.lines.map(({ entry }) => entry.id).sort(),
      );
      lines += ours.lines.length;
    }
    assert.equal(lines, all.flat().length);
  });

  it('leave books that balance, in which each partner’s account is what the statements say', async () => {
    for (const { db } of cluster.centres) {
      const { rows } = await sql<{ sum: string; open: string }>`
        select sum(cents)::text as sum, count(*) filter (where cents = 0)::text as open from posting`.execute(db);
      assert.deepEqual(rows, [{ sum: '0', open: '0' }]);
    }
    for (const [one, other, ours] of statements) {
      const { rows } = await sql<{ cents: string }>`
        select coalesce(sum(p.cents), 0)::text as cents from posting p join agreement a on a.id = p.agreement_id
        where p.account = 'partner' and a.partner_id = ${other.id}`.execute(one.db);
      assert.equal(Number(rows[0]?.cents), ours.net.cents);
    }
  });

  it('and one line lost, one changed and one too many are each named, among all of them', async () => {
    const [pair] = pairs;
    assert.ok(pair);
    const { owner, seller, agreement, events } = pair;
    const [lost, changed] = events.flat().slice(100, 102) as [Entry, Entry];
    const extra = sampleSale({ agreement })[0] as Entry;
    const admin = new pg.Client({ connectionString: seller.adminUrl });
    await admin.connect();
    // Nobody at work may do this; somebody with the database in hand can.
    await admin.query(`delete from ${seller.schema}.entry where id = $1`, [lost.id]);
    await admin.query(`update ${seller.schema}.entry set cents = cents - 1, hash = repeat('0', 64) where id = $1`, [
      changed.id,
    ]);
    await admin.query(
      `insert into ${seller.schema}.entry select agreement_id, $2, role, reservation_id, $3, performance_id, place, kind,
        cents, vat, at, period, repeat('1', 64) from ${seller.schema}.entry where id = $1`,
      [changed.id, extra.id, extra.line],
    );
    await admin.end();
    const { comparison } = await statementOf(owner, seller);
    assert.equal(comparison.state, 'different');
    const named = Object.fromEntries(comparison.disagreements.map((one) => [one.kind, one.entry.id]));
    assert.equal(comparison.disagreements.length, 3);
    assert.deepEqual(named, { 'missing-there': lost.id, different: changed.id, 'missing-here': extra.id });
    const different = comparison.disagreements.find((one) => one.kind === 'different');
    assert.deepEqual(different?.fields, ['amount']);
    assert.equal((await statementOf(seller, owner, PERIOD)).comparison.disagreements.length, 3);
  });
});
