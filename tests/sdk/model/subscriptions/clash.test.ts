import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clash, clashesIn, type Evening } from '../../../../sdk/model/subscriptions/clash.ts';
import { eveningOfLine } from '../../../../sdk/model/subscriptions/propose.ts';
import { holderOf, offerOf } from './choosing.ts';

const at = (startsAt: string, endsAt?: string, where = 'hier'): Evening => ({
  startsAt: `2026-12-04T${startsAt}:00+01:00`,
  endsAt: endsAt && `2026-12-04T${endsAt}:00+01:00`,
  where,
});

const evenings = fc
  .record({
    start: fc.integer({ min: 0, max: 100 }),
    length: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
    where: fc.constantFrom('hier', 'daar'),
  })
  .map(({ start, length, where }): Evening => {
    const moment = (half: number) => new Date(Date.UTC(2026, 11, 1) + half * 1_800_000).toISOString();
    return { startsAt: moment(start), endsAt: length === undefined ? undefined : moment(start + length), where };
  });

describe('two evenings', () => {
  const cases: readonly (readonly [string, Evening, Evening, boolean])[] = [
    ['at the same time clash', at('20:00'), at('20:00'), true],
    ['of which one ends before the other starts do not', at('15:00', '17:00'), at('20:00'), false],
    ['that touch, in one house, do not', at('18:00', '20:00'), at('20:00'), false],
    ['that touch, in two houses, do: one has to go there', at('18:00', '20:00'), at('20:00', '22:00', 'daar'), true],
    ['with half an hour to go there do not', at('18:00', '20:00'), at('20:30', '22:00', 'daar'), false],
    [
      'clash when nobody says when the first ends and the second starts within two hours and a half',
      at('18:00'),
      at('20:00'),
      true,
    ],
    ['are both seen when the first is known to be short', at('18:00', '19:00'), at('20:00'), false],
    [
      'that end before they start by a mistake still count as their start',
      at('20:00', '19:00'),
      at('19:30', '20:30'),
      true,
    ],
  ];
  for (const [what, one, other, expected] of cases) {
    it(what, () => {
      assert.equal(clash(one, other), expected);
      assert.equal(clash(other, one), expected);
    });
  }

  it('clash whichever is looked at first', () => {
    fc.assert(fc.property(evenings, evenings, (one, other) => clash(one, other) === clash(other, one)));
  });

  it('clash with themselves unless they take no time', () => {
    fc.assert(fc.property(evenings, (one) => clash(one, one) === (one.endsAt !== one.startsAt)));
  });
});

describe('clashes in what somebody has chosen', () => {
  it('are told once, the earlier one first', () => {
    const offers = [offerOf('laat', 1), offerOf('vroeg', 0), offerOf('later', 26)];
    const { chosen } = holderOf(offers);
    const clashes = clashesIn(chosen, ({ line }) => eveningOfLine(line.performance, offers));
    assert.deepEqual(
      clashes.map((two) => two.map(({ reference }) => reference)),
      [['vroeg', 'laat']],
    );
  });

  it('are not told of two places at one performance', () => {
    const offers = [offerOf('avond', 0)];
    const { chosen } = holderOf([...offers, ...offers]);
    assert.deepEqual(
      clashesIn(chosen, ({ line }) => eveningOfLine(line.performance, offers)),
      [],
    );
  });
});
