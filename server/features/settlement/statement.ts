import type { Comparison, Money, Party, Statement, StatementLine, Transfer } from '../../../sdk/contract/index.ts';
import { epcQr, oursOf, settlementCommunication, totalsOf } from '../../../sdk/model/ledger/index.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { sha256 } from '../ledger/index.ts';
import { type Compared, compareAccount } from './compare.ts';
import { partyOf } from './party.ts';
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
  const net = lines.reduce((sum, { owed }) => sum + owed.cents, 0);
  return {
    centre: us,
    partner: { id: partner, party: them },
    period,
    madeAt: clock.now().toISOString(),
    totals: totalsByRole(lines),
    net: euro(net),
    transfer: transferOf({ us, them, net, period, lines }),
    comparison: together(compared),
    lacks: lacksOf(us, them, net),
    lines,
  };
}

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
  readonly net: number;
  readonly period: string;
  readonly lines: readonly StatementLine[];
}

function transferOf({ us, them, net, period, lines }: Owing): Transfer | null {
  // The first of the agreements by id: the same for both centres, as long as they agree.
  const [agreement] = lines.map(({ entry }) => entry.agreement).sort();
  if (net === 0 || agreement === undefined) return null;
  const creditor = net > 0 ? us : them;
  const cents = Math.abs(net);
  const communication = settlementCommunication(agreement, period, sha256);
  const { name, iban, bic } = creditor;
  return {
    payer: net > 0 ? 'partner' : 'us',
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

function lacksOf(us: Party, them: Party, net: number): Statement['lacks'] {
  const creditor = net > 0 ? us : them;
  return [
    ...(net !== 0 && creditor.iban === undefined ? (['creditor-iban'] as const) : []),
    ...(us.vatNumber === undefined ? (['our-vat-number'] as const) : []),
    ...(them.vatNumber === undefined ? (['partner-vat-number'] as const) : []),
  ];
}
