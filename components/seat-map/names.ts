import { KINDS, type Offer, type Scene, stateName, type ZonePrice } from '../../sdk/model/scene/index.ts';
import type { Localize } from '../internal/localize.ts';
import type { Translation } from '../translations/index.ts';

type Words = Translation['seatMap'];

/** Says seats, parts and prices the way a person would, for the list, the tooltip and the screen reader alike. */
export class Names {
  private readonly localize: Localize;
  private readonly words: Words;
  private readonly scene: Scene;
  private readonly prices: ReadonlyMap<string, ZonePrice>;
  /** Formatting money is slow, and a hall says the same five prices a thousand times. */
  private readonly amounts = new Map<number, string>();

  constructor(localize: Localize, words: Words, scene: Scene, prices: ReadonlyMap<string, ZonePrice>) {
    this.localize = localize;
    this.words = words;
    this.scene = scene;
    this.prices = prices;
  }

  /** `Rij F`. */
  row(row: number): string {
    return capital(this.localize.translation.common.row(this.scene.plan.rows[row]?.label ?? ''));
  }

  /** `Rij F, stoel 12`. */
  place(seat: number): string {
    const { common } = this.localize.translation;
    const { number = '', row = 0 } = this.scene.plan.seats[seat] ?? {};
    return capital(`${common.row(this.scene.plan.rows[row]?.label ?? '')}, ${common.seat(number)}`);
  }

  /** `Rij F, stoel 12, parterre, € 22, vrij, beperkt zicht`. */
  seat(seat: number, state: number): string {
    return [
      this.place(seat),
      this.sectionOf(seat),
      this.usualPrice(this.scene.plan.seats[seat]?.zone ?? ''),
      this.words.state[stateName(state)],
      this.kind(seat),
    ]
      .filter(Boolean)
      .join(', ');
  }

  /** `Rij F, stoelen 12 en 13, parterre`, and so on for every row: the beginning of a sentence. */
  places(seats: readonly number[]): string {
    return seats.length === 1 ? this.place(seats[0] ?? 0) : capital(this.placesWithin(seats));
  }

  /** The same within a sentence: `rij F, stoel 12, parterre`. */
  placesWithin(seats: readonly number[]): string {
    const { common } = this.localize.translation;
    const { plan, row } = this.scene;
    return [...Map.groupBy(seats, (seat) => row[seat] ?? 0)]
      .map(([at, inRow]) => {
        const numbers = inRow.map((seat) => plan.seats[seat]?.number ?? '');
        const which = inRow.length === 1 ? common.seat(numbers[0] ?? '') : common.seats(this.localize.list(numbers));
        return `${common.row(plan.rows[at]?.label ?? '')}, ${which}, ${this.section(plan.rows[at]?.section ?? 0)}`;
      })
      .join('; ');
  }

  sectionOf(seat: number): string {
    const { plan, row } = this.scene;
    return this.section(plan.rows[row[seat] ?? 0]?.section ?? 0);
  }

  section(section: number): string {
    const name = this.scene.plan.sections[section]?.name;
    return name ? this.localize.text(name) : '';
  }

  /** What is special about a seat, in two words; empty for most. */
  kind(seat: number): string {
    return this.localize.translation.common.kind[KINDS[this.scene.kind[seat] ?? 0] ?? 'standard'];
  }

  /** What one must know before choosing it, in a sentence; empty for most. */
  warning(seat: number): string {
    return this.words.special[KINDS[this.scene.kind[seat] ?? 0] ?? 'standard'];
  }

  /** `€ 22`: what most people pay. */
  usualPrice(zone: string): string {
    const price = this.prices.get(zone);
    return price ? this.amount(price.usual) : '';
  }

  /** `€ 11 – € 22`, from the lowest price type to the highest. */
  priceRange(range: { readonly from: number; readonly to: number } | null | undefined): string {
    return range ? this.words.priceRange(this.amount(range.from), this.amount(range.to)) : '';
  }

  /** `Eerste balkon, 12 vrij, € 14`. */
  offer(name: string, { free, price }: Pick<Offer, 'free' | 'price'>): string {
    return this.words.part(name, this.words.free(free), this.priceRange(price));
  }

  /** An amount of euros. */
  amount(cents: number): string {
    const known = this.amounts.get(cents) ?? this.localize.price({ cents, currency: 'EUR' });
    this.amounts.set(cents, known);
    return known;
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
