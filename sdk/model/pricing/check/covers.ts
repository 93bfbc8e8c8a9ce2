import type { Conditions, Selection } from '../../../contract/prices/conditions.ts';
import type { PriceRule } from '../../../contract/prices/price-list.ts';
import { within } from './moments.ts';

type Names = readonly string[] | undefined;

/** Whether all that the narrow one allows is allowed by the wide one; none given allows everything. */
const allIn = (narrow: Names, wide: Names) =>
  wide === undefined || narrow?.every((name) => wide.includes(name)) === true;

/** Whether every performance of the narrow selection is in the wide one. False where nobody can know. */
export function selects(wide: Selection = {}, narrow: Selection = {}): boolean {
  // Without `centres` only own performances are meant, and a partner's where it is named.
  const away = narrow.centres !== undefined || narrow.performances?.some((id) => id.includes('.'));
  const sameHome = allIn(narrow.centres, wide.centres) && ((wide.centres ?? wide.performances) ? true : !away);
  return (
    sameHome &&
    allIn(narrow.performances, wide.performances) &&
    allIn(narrow.tags, wide.tags) &&
    allIn(narrow.genres, wide.genres) &&
    (wide.notTags ?? []).every((tag) => narrow.notTags?.includes(tag))
  );
}

interface Range {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

function inRange(narrow: Range | undefined, wide: Range | undefined): boolean {
  if (!wide) return true;
  if (!narrow) return false;
  return (
    (wide.from === undefined || (narrow.from !== undefined && narrow.from >= wide.from)) &&
    (wide.to === undefined || (narrow.to !== undefined && narrow.to <= wide.to))
  );
}

/**
 * Whether the wide rule's count is reached wherever the narrow one's is. Only of "so many or more" can that be known: the
 * wide rule counts at least the places that the narrow one counts.
 */
function quantityIn(narrow: Conditions['quantity'], wide: Conditions['quantity']): boolean {
  if (!wide) return true;
  if (!narrow || wide.to !== undefined || wide.first !== undefined || narrow.per !== wide.per) return false;
  return (narrow.from ?? 1) >= (wide.from ?? 1);
}

const asked = <T>(narrow: T | undefined, wide: T | undefined) => wide === undefined || narrow === wide;

/** Whether a rule is true of every place that the other rule is true of. False where nobody can know. */
export function covers(wide: PriceRule, narrow: PriceRule): boolean {
  const [w, n] = [wide.when, narrow.when];
  return (
    selects(w.selection, n.selection) &&
    allIn(n.zones, w.zones) &&
    allIn(n.priceTypes, w.priceTypes) &&
    allIn(n.channels, w.channels) &&
    within(n, w) &&
    inRange(n.age, w.age) &&
    asked(n.pass, w.pass) &&
    asked(n.subscription, w.subscription) &&
    allIn(narrow.codes, wide.codes) &&
    quantityIn(n.quantity, w.quantity)
  );
}
