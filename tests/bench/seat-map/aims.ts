import { ratio, tenths, whole } from '../table.ts';
import type { Measured } from './figures.ts';
import { fastestPeer, measured, PHONE_SIZE, type Results } from './results.ts';

/** Something we want to reach, with what was measured of it. */
export interface Aim {
  readonly what: string;
  readonly limit: string;
  readonly found: readonly Found[];
}

/** `at` says where, such as a number of seats. */
export interface Found {
  readonly at: string;
  readonly text: string;
  readonly met: boolean;
}

type Figure = (engine: Measured) => number;

const GESTURES: readonly (readonly [name: string, of: (engine: Measured) => Measured['far']])[] = [
  ['pan, whole hall', ({ far }) => far],
  ['pan, near', ({ near }) => near],
  ['zoom', ({ zoom }) => zoom],
];

/** All the aims of the seat map that a clock or a scale can tell, and how far we are. */
export function aims(results: Results): Aim[] {
  return [
    againstRaw(results, 'first frame, of raw canvas', ({ shown }) => shown, 1.3),
    ...GESTURES.flatMap(([name, of]) => [
      againstRaw(results, `${name}: p50, of raw canvas`, (engine) => of(engine).p50, 1.3),
      againstRaw(results, `${name}: p95, of raw canvas`, (engine) => of(engine).p95, 1.5),
    ]),
    againstPeers(results, 'first frame, faster than the fastest peer', ({ shown }) => shown, 10),
    againstPeers(results, 'pan, whole hall: faster than the fastest peer', ({ far }) => far.p50, 30),
    ...GESTURES.map(([name, of]) => growth(results, `${name}: 100,000 seats, of 5,000`, (engine) => of(engine).p50)),
    absolute(results, 'a pointer finds its seat', ({ pointer }) => pointer, 50, 'µs'),
    absolute(results, '1,000 changes are seen', ({ changes }) => changes, 16.7, 'ms'),
    ...phone(results),
    ...keys(results),
    ...code(results),
  ];
}

const seatsText = (seats: number) => whole(seats);

function againstRaw({ halls }: Results, what: string, of: Figure, limit: number): Aim {
  const found = [...halls].flatMap(([seats, engines]) => {
    const [ours, raw] = [measured(engines, 'ours'), measured(engines, 'raw')];
    return ours && raw ? [share(seatsText(seats), of(ours) / of(raw), limit)] : [];
  });
  return { what, limit: `≤ ${ratio(limit)}`, found };
}

const share = (at: string, value: number, limit: number): Found => ({ at, text: ratio(value), met: value <= limit });

/** Ten or thirty times at 20,000 seats, fifty at 100,000. */
function againstPeers({ halls }: Results, what: string, of: Figure, atLarge: number): Aim {
  const least = new Map([
    [20_000, atLarge],
    [100_000, 50],
  ]);
  const found = [...halls].flatMap(([seats, engines]) => {
    const [ours, peer] = [measured(engines, 'ours'), fastestPeer(engines, of)];
    if (!ours || peer === undefined) return [];
    const times = peer / of(ours);
    return [{ at: seatsText(seats), text: ratio(times), met: times >= (least.get(seats) ?? 0) }];
  });
  return { what, limit: `≥ ${atLarge}× at 20,000, ≥ 50× at 100,000`, found };
}

function growth({ halls }: Results, what: string, of: Figure): Aim {
  const [small, large] = [measured(halls.get(5_000), 'ours'), measured(halls.get(100_000), 'ours')];
  return { what, limit: '≤ 1.50×', found: small && large ? [share('100,000', of(large) / of(small), 1.5)] : [] };
}

function absolute({ halls }: Results, what: string, of: Figure, limit: number, unit: string): Aim {
  const found = [...halls].flatMap(([seats, engines]) => {
    const ours = measured(engines, 'ours');
    return ours ? [{ at: seatsText(seats), text: `${tenths(of(ours))} ${unit}`, met: of(ours) < limit }] : [];
  });
  return { what, limit: `< ${limit} ${unit}`, found };
}

function phone({ phone: engines }: Results): Aim[] {
  const [ours, raw] = [measured(engines, 'ours'), measured(engines, 'raw')];
  if (!ours || !raw) return [];
  const at = seatsText(PHONE_SIZE);
  return [
    {
      what: 'phone: first frame, of raw canvas',
      limit: '≤ 1.30×',
      found: [share(at, ours.shown / raw.shown, 1.3)],
    },
    {
      what: 'phone: zoom p50',
      limit: '< 17 ms',
      found: [{ at, text: `${tenths(ours.zoom.p50)} ms`, met: ours.zoom.p50 < 17 }],
    },
  ];
}

function keys({ keys: walks }: Results): Aim[] {
  const done = [...walks].flatMap(([seats, walk]) => ('seconds' in walk ? [] : [{ at: seatsText(seats), ...walk }]));
  return [
    {
      what: 'a key moves the focus, accessibility tree on (p50)',
      limit: '< 8 ms',
      found: done.map(({ at, p50 }) => ({ at, text: `${tenths(p50)} ms`, met: p50 < 8 })),
    },
    {
      what: 'nodes in that tree',
      limit: '< 1,500',
      found: done.map(({ at, nodes }) => ({ at, text: whole(nodes), met: nodes < 1500 })),
    },
  ];
}

function code({ code: bytes }: Results): Aim[] {
  const weighed = (what: string, name: string, limit: number): Aim => {
    const value = bytes[name] ?? Number.NaN;
    return { what, limit: `≤ ${limit} kB`, found: [{ at: 'any', text: kilobytes(value), met: value <= limit * 1000 }] };
  };
  return [weighed('code until the first frame, gzip', 'ours, first frame', 15), weighed('all its code', 'ours', 50)];
}

export const kilobytes = (bytes: number) => `${tenths(bytes / 1000)} kB`;
