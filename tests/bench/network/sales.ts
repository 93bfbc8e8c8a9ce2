import { createAsk } from '../load.ts';
import { addHall, announce, PAIRS, type Stage } from '../stage.ts';
import { printTable, ratio, tenths } from '../table.ts';
import { agree, type MeasuredCentres, startCentres } from './centres.ts';
import { type Choice, type SaleTimes, sell } from './sale.ts';

const SELLER = 'verkoper';
const OWNERS = ['eigenaar-1', 'eigenaar-2', 'eigenaar-3'];
const ROUNDS = 60;
const WARM_ROUNDS = 8;

const quantile = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;

/** A kind of sale: what is chosen, one after the other. */
interface Kind {
  readonly name: string;
  readonly performances: readonly string[];
  readonly partners?: boolean;
}

/**
 * Whole sales over one to four centres, every centre a process, and all kinds in turn, so that what the
 * machine does besides hits all alike. A sale in one centre takes as many requests and seats as one over two.
 */
export async function benchSalesOverCentres(stage: Stage): Promise<void> {
  const seller = await startCentres(stage.adminUrl, [SELLER], { autopay: true });
  const owners: MeasuredCentres[] = [];
  try {
    for (const id of OWNERS) owners.push(await startCentres(stage.adminUrl, [id]));
    const own = seller.open(SELLER);
    await addHall(own);
    const here = [await announce(own, 'avond-1'), await announce(own, 'avond-2')];
    const away: string[] = [];
    for (const [index, owner] of owners.entries()) {
      const id = OWNERS[index] ?? '';
      const db = owner.open(id);
      await addHall(db);
      away.push(`${id}.${await announce(db, 'avond-1')}`);
      await agree(owner, id, seller, SELLER);
    }
    const [first = '', second = ''] = here;
    const kinds: readonly Kind[] = [
      { name: '1 (two evenings of its own)', performances: [first, second] },
      ...away.map((_, index) => ({
        name: `${index + 2}`,
        performances: [first, ...away.slice(0, index + 1)],
        partners: true,
      })),
    ];
    tell(await inTurn(seller.port, kinds));
  } finally {
    for (const centre of [...owners, seller]) await centre.stop();
  }
}

async function inTurn(port: number, kinds: readonly Kind[]): Promise<ReadonlyMap<Kind, readonly SaleTimes[]>> {
  const { ask, close } = createAsk(port, 2);
  const times = new Map<Kind, SaleTimes[]>(kinds.map((kind) => [kind, []]));
  let pair = 0;
  for (let round = 0; round < ROUNDS + WARM_ROUNDS; round += 1) {
    for (const kind of kinds) {
      const seats = PAIRS[pair] ?? ['', ''];
      pair += 1;
      const choices: Choice[] = kind.performances.map((performance) => ({ performance, seats }));
      const sale = await sell(ask, `/centres/${SELLER}`, choices);
      if (round >= WARM_ROUNDS) times.get(kind)?.push(sale);
    }
  }
  close();
  return times;
}

function tell(times: ReadonlyMap<Kind, readonly SaleTimes[]>): void {
  const [base = []] = times.values();
  const of = (sales: readonly SaleTimes[], part: (sale: SaleTimes) => number, share: number) =>
    quantile(sales.map(part), share);
  const all = (sale: SaleTimes) => sale.all;
  printTable(
    'A whole sale over several centres (a process each; two seats and one request for each choice; paid at once)',
    ['centres', 'own hold p50 ms', 'partner hold', 'order', 'until tickets', 'sale p50', 'p95', 'of one: p50', 'p95'],
    [...times].map(([kind, sales]) => [
      kind.name,
      tenths(of(sales, ({ holds }) => holds[0] ?? 0, 0.5)),
      kind.partners ? tenths(of(sales, ({ holds }) => holds.at(-1) ?? 0, 0.5)) : '',
      tenths(of(sales, ({ order }) => order, 0.5)),
      tenths(of(sales, ({ tickets }) => tickets, 0.5)),
      tenths(of(sales, all, 0.5)),
      tenths(of(sales, all, 0.95)),
      ratio(of(sales, all, 0.5) / of(base, all, 0.5)),
      ratio(of(sales, all, 0.95) / of(base, all, 0.95)),
    ]),
  );
}
