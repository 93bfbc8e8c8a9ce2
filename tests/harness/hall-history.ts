/**
 * What buyers asked of one seat and what they were told. `from` and `to` are when the question left and when the answer
 * came, by one clock; without an answer, or of what is done later, `to` is Infinity.
 *
 * take: `ok`, `taken` (somebody else has it) or `unknown` · give: may be done at any time from then on, or never ·
 * sold: at the end it is this buyer's.
 */
export interface SeatEvent {
  readonly who: string;
  readonly kind: 'take' | 'give' | 'sold';
  readonly outcome: 'ok' | 'taken' | 'unknown';
  readonly from: number;
  readonly to: number;
}

/** Who has the seat, in the simplest hall there is: one buyer at a time. */
type Holder = string | null;

/** What the seat is after an event, or undefined when such a hall would not have answered so. */
function next(holder: Holder, { kind, outcome, who }: SeatEvent): Holder | undefined {
  if (kind === 'give') return holder === who ? null : holder;
  if (kind === 'sold') return holder === who ? holder : undefined;
  if (outcome === 'taken') return holder === null ? undefined : holder;
  return holder === null || holder === who ? who : undefined;
}

/**
 * Whether the events of a seat can be put in one order, in which none comes before another that was over when it began,
 * and in which a hall that does one thing after the other answers the same. What is unknown may never have happened.
 */
export function isSequential(events: readonly SeatEvent[]): boolean {
  const optional = (event: SeatEvent) => event.kind === 'give' || event.outcome === 'unknown';
  const dead = new Set<string>();
  const search = (left: readonly SeatEvent[], holder: Holder): boolean => {
    if (left.every(optional)) return true;
    const state = `${holder} ${left.map((event) => events.indexOf(event)).join()}`;
    if (dead.has(state)) return false;
    const firstEnd = Math.min(...left.map(({ to }) => to));
    for (const event of left) {
      if (event.from > firstEnd) continue;
      const after = next(holder, event);
      if (after === undefined) continue;
      const rest = left.filter((other) => other !== event);
      if (search(rest, after)) return true;
    }
    dead.add(state);
    return false;
  };
  return search(events, null);
}
