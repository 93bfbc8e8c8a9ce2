import type { Comparison, Money, Party, Statement, StatementLine, Transfer } from '../../../sdk/contract/index.ts';
import { epcQr, oursOf, settlementCommunication, totalsOf } from '../../../sdk/model/ledger/index.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { sha256 } from '../ledger/index.ts';
import { type Compared, compareAccount } from './compare.ts';
import { partyOf } from './party.ts';
import { movedOf } from './share-store.ts';
import { type Bond, bondsWith, entriesOf } from './store.ts';

type Parts = Pick<CentreRuntime, 'clock' | 'config' | 'db' | 'settlementCalls'>;

/**
 * What we and a partner owe each other of a month, over all our agreements in both directions, compared with what the
 * partner has. It is made whatever the partner answers, and says what it lacks.
 * @throws FoyerError `not_found` for who never was a partner.
 */
export async function makeStatement(
  { clock, config, db, settlementCalls }: Parts,
  partner: string,
  period: string,
): Promise<Statement> {
  const bonds = await bondsWith(db, partner);
  const [first] = bonds;
  if (!first) throw new FoyerError('not_found');
  const lines = (await Promise.all(bonds.map((bond) => linesOf(bond, entriesOf(db, bond.id, period))))).flat();
  const compared = await Promise.all(
    bonds.map(({ id }) => compareAccount(db, settlementCalls, { agreement: id, period })),
  );
  const us = partyOf(config);
  const them: Party = compared.find(({ party }) => party)?.party ?? { name: first.partnerName };
  const net = sum(lines.map(({ owed }) => owed.cents));
  const sent = await Promise.all(bonds.map(({ id }) => movedOf(db, id, period)));
  const moved = sum(compared.map((one) => one.moved ?? 0)) - sum(sent);
  const due = net - moved;
  return {
    centre: us,
    partner: { id: partner, party: them },
    period,
    madeAt: clock.now().toISOString(),
    totals: totalsByRole(lines),
    net: euro(net),
    moved: euro(moved),
    transfer: transferOf({ us, them, due, period, lines }),
    comparison: together(compared),
    lacks: lacksOf(us, them, due),
    lines,
  };
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const euro = (cents: number): Money => ({ cents, currency: 'EUR' });

async function linesOf({ role }: Bond, entries: ReturnType<typeof entriesOf>): Promise<StatementLine[]> {
  return (await entries).map((entry) => ({ role, owed: euro(oursOf(role, entry)), entry }));
}

const totalsByRole = (lines: readonly StatementLine[]): Statement['totals'] =>
  (['owner', 'seller'] as const).flatMap((role) => {
    const entries = lines.filter((line) => line.role === role).map(({ entry }) => entry);
    return totalsOf(entries).map((total) => ({ ...total, role, owed: euro(oursOf(role, total)) }));
  });

interface Owing {
  readonly us: Party;
  readonly them: Party;
  readonly due: number;
  readonly period: string;
  readonly lines: readonly StatementLine[];
}

function transferOf({ us, them, due, period, lines }: Owing): Transfer | null {
  // The first of the agreements by id: the same for both centres, as long as they agree.
  const [agreement] = lines.map(({ entry }) => entry.agreement).sort();
  if (due === 0 || agreement === undefined) return null;
  const creditor = due > 0 ? us : them;
  const cents = Math.abs(due);
  const communication = settlementCommunication(agreement, period, sha256);
  const { name, iban, bic } = creditor;
  return {
    payer: due > 0 ? 'partner' : 'us',
    creditor,
    amount: euro(cents),
    communication,
    qr: iban === undefined ? null : epcQr({ name, iban, bic, cents, communication }),
  };
}

/** One that could not be compared leaves all unknown, but what was found is said. */
function together(compared: readonly Compared[]): Comparison {
  const disagreements = compared.flatMap((one) => one.disagreements);
  const failed = compared.find(({ state }) => state === 'unknown');
  const state = failed ? 'unknown' : disagreements.length > 0 ? 'different' : 'agreed';
  return { state, ...(failed?.reason !== undefined && { reason: failed.reason }), disagreements };
}

function lacksOf(us: Party, them: Party, due: number): Statement['lacks'] {
  const creditor = due > 0 ? us : them;
  return [
    ...(due !== 0 && creditor.iban === undefined ? (['creditor-iban'] as const) : []),
    ...(us.vatNumber === undefined ? (['our-vat-number'] as const) : []),
    ...(them.vatNumber === undefined ? (['partner-vat-number'] as const) : []),
  ];
}
