import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { checkShape, type Schema } from '../../../../sdk/model/seating-plan/conform.ts';
import { pretixSchema } from '../../../../sdk/model/seating-plan/pretix-format.ts';
import { createReport } from '../../../../sdk/model/seating-plan/report.ts';
import { fixtureText, HALLS, hallText, smallPlan } from './plans.ts';

const planSchema: Schema = JSON.parse(readFileSync('sdk/model/seating-plan/plan.schema.json', 'utf8'));

/** Values to put anywhere in a good plan. */
const ODD = [
  null,
  true,
  0,
  -1,
  1.5,
  1e9,
  '',
  'x',
  'A..B',
  '6+12+6',
  'x'.repeat(300),
  [],
  [1],
  [1, 2],
  ['a'],
  {},
  { nl: 'Hallo' },
];

/** Every place in a value that holds something, as a path of keys. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

/** A copy in which one place holds something else, or is gone, or has an extra key. */
function changed(value: unknown, path: readonly string[], change: 'replace' | 'remove' | 'add', odd: unknown): unknown {
  const copy = structuredClone({ root: value }) as Record<string, unknown>;
  const keys = ['root', ...path];
  const last = keys.pop() ?? 'root';
  const holder = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, copy);
  if (change === 'remove' && Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (change === 'remove' && path.length > 0) delete holder[last];
  else if (change === 'add' && typeof holder[last] === 'object' && holder[last] !== null)
    Object.assign(holder[last], { extra: odd });
  else holder[last] = odd;
  return copy.root;
}

const samples = {
  foyer: { schema: planSchema, plans: [...HALLS.map((hall) => JSON.parse(hallText(hall))), smallPlan()] },
  pretix: { schema: pretixSchema, plans: [JSON.parse(fixtureText('pretix-kapel.json'))] },
};

describe('the shape of a plan file', () => {
  for (const [format, { schema, plans }] of Object.entries(samples)) {
    const accepts = new Ajv2020({ strict: false }).compile(schema);

    it(`${format}: good plans follow the schema`, () => {
      for (const plan of plans) assert.ok(accepts(plan), JSON.stringify(accepts.errors));
    });

    it(`${format}: what we refuse is what any JSON Schema validator refuses`, () => {
      const broken = fc
        .constantFrom(...plans)
        .chain((plan) =>
          fc
            .tuple(
              fc.constantFrom(...placesIn(plan)),
              fc.constantFrom('replace', 'remove', 'add' as const),
              fc.constantFrom(...ODD),
            )
            .map(([path, change, odd]) => changed(plan, path, change, odd)),
        );
      fc.assert(
        fc.property(broken, (plan) => {
          const report = createReport();
          checkShape(plan, schema, report);
          assert.equal(report.problems.length === 0, accepts(plan), JSON.stringify(report.problems));
        }),
        { numRuns: 1500, seed: 20261122 },
      );
    });
  }

  it('uses no word of JSON Schema that the reader would pass over', () => {
    const known = new Set(
      '$schema $ref $defs title description type const enum pattern minLength maxLength minimum maximum items prefixItems minItems maxItems properties required additionalProperties oneOf'.split(
        ' ',
      ),
    );
    const strange = (schema: object): string[] =>
      Object.entries(schema).flatMap(([key, value]) => {
        if (!known.has(key)) return [key];
        if (key === 'properties' || key === '$defs') return Object.values(value as object).flatMap(strange);
        return ['items', 'prefixItems', 'oneOf'].includes(key) ? [value].flat().flatMap(strange) : [];
      });
    assert.deepEqual([planSchema, pretixSchema].flatMap(strange), []);
  });

  it('describes every key that is not plain from its name', () => {
    const bare = Object.entries(planSchema.$defs?.block?.properties ?? {}).filter(
      ([, schema]) => !('description' in schema) && !schema.$ref && schema.items === undefined,
    );
    assert.deepEqual(
      bare.map(([key]) => key),
      [],
    );
  });
});
