import type { PassFormula, SubscriptionFormula, SubscriptionPrice } from '../../../contract/prices/formulas.ts';
import type { PriceList } from '../../../contract/prices/price-list.ts';
import { error, type ListProblem, warning } from './problem.ts';

/** Subscriptions can be completed, more of them is never dearer, and passes are valid for a while. */
export function checkFormulas({ subscriptions, passes }: PriceList): ListProblem[] {
  return [
    ...subscriptions.flatMap((formula, at) => [...size(formula, at), ...tiers(formula, at), ...booking(formula, at)]),
    ...passes.flatMap(period),
  ];
}

function size({ most, parts, series, tiers: [first] }: SubscriptionFormula, at: number): ListProblem[] {
  const found: ListProblem[] = [];
  const needed = parts.reduce((sum, { from }) => Math.max(sum, from), 0);
  if (most !== undefined && first && first.from > most) {
    found.push(
      error(
        ['subscriptions', at, 'most'],
        'never-complete',
        `it takes ${first.from} performances to be complete, and no more than ${most} can be chosen`,
      ),
    );
  }
  if (most !== undefined && needed > most) {
    found.push(
      error(
        ['subscriptions', at, 'parts'],
        'never-complete',
        `a part asks for ${needed} performances, and no more than ${most} can be chosen`,
      ),
    );
  }
  if (series && (parts.length > 0 || most !== undefined)) {
    found.push(
      warning(
        ['subscriptions', at, 'series'],
        'series-has-no-choice',
        'a fixed series is all of `among`; `parts` and `most` say nothing more',
      ),
    );
  }
  return found;
}

/** Less is better for the buyer; only prices of one kind can be compared whatever the tickets cost. */
const worth = (price: SubscriptionPrice) =>
  price.kind === 'percentage' ? -price.basisPoints : price.kind === 'amount' ? -price.cents : price.cents;

function tiers({ most, tiers: all }: SubscriptionFormula, at: number): ListProblem[] {
  return all.flatMap(({ from, price }, index) => {
    const path = ['subscriptions', at, 'tiers', index];
    const before = all[index - 1];
    const dearer = before?.price.kind === price.kind && price.kind !== 'whole' && worth(price) > worth(before.price);
    const cheaperWhole = before?.price.kind === 'whole' && price.kind === 'whole' && price.cents < before.price.cents;
    return [
      ...(index > 0 && most !== undefined && from > most
        ? [
            warning(
              [...path, 'from'],
              'tier-out-of-reach',
              `nobody reaches ${from} performances, as no more than ${most} can be chosen`,
            ),
          ]
        : []),
      ...(dearer
        ? [
            warning(
              [...path, 'price'],
              'tier-dearer',
              `who takes ${from} has less of it, ticket by ticket, than who takes ${before?.from}; check the two`,
            ),
          ]
        : []),
      ...(cheaperWhole
        ? [
            warning(
              [...path, 'price'],
              'tier-cheaper-whole',
              `${from} performances cost less than ${before?.from}; check the two`,
            ),
          ]
        : []),
    ];
  });
}

function booking({ bookFrom, bookUntil }: SubscriptionFormula, at: number): ListProblem[] {
  if (bookFrom === undefined || bookUntil === undefined || Date.parse(bookFrom) < Date.parse(bookUntil)) return [];
  return [
    error(
      ['subscriptions', at, 'bookUntil'],
      'never-true',
      '`bookUntil` is not after `bookFrom`, so nobody can ever book',
    ),
  ];
}

function period({ period: valid, visits }: PassFormula, at: number): ListProblem[] {
  const never = 'until' in valid && Date.parse(valid.until) <= Date.parse(valid.from);
  return [
    ...(never
      ? [
          error(
            ['passes', at, 'period', 'until'],
            'never-true',
            '`until` is not after `from`, so the pass is never valid',
          ),
        ]
      : []),
    ...(visits && Object.keys(visits.among).length === 0
      ? [
          warning(
            ['passes', at, 'visits', 'among'],
            'visits-to-everything',
            'the pass lets in to every performance of your own; name tags, genres or performances if that is not meant',
          ),
        ]
      : []),
  ];
}
