import { readFileSync } from 'node:fs';
import { smallPlan, smallSection } from '../../sdk/model/seating-plan/plans.ts';

/** A file that is no good plan, and what must be said about it. */
export interface Broken {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly path: string;
  readonly code: string;
}

const pretix = readFileSync('tests/fixtures/plans/pretix-kapel.json', 'utf8');

/** A small good plan with one part of its text replaced. */
function changed(before: string, after: string, text = JSON.stringify(smallPlan())): string {
  if (!text.includes(before)) throw new Error(`the plan has no ${before} to replace`);
  return text.replace(before, after);
}

const withBlocks = (...blocks: readonly object[]) =>
  JSON.stringify({ ...smallPlan(), sections: [{ ...smallSection(), blocks }] });

const BLOCK = '$.sections[0].blocks[0]';

export const BROKEN: readonly Broken[] = [
  // Not a file of text
  { name: 'empty', content: '', path: '$', code: 'empty-file' },
  { name: 'only a byte order mark', content: '\uFEFF', path: '$', code: 'empty-file' },
  { name: 'a picture', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), path: '$', code: 'not-text' },
  { name: 'UTF-16', content: new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]), path: '$', code: 'not-text' },
  // Not JSON
  { name: 'not JSON', content: '<svg></svg>', path: 'line 1, column 1', code: 'not-json' },
  {
    name: 'a comma too many on the third line',
    content: '{\n  "format": "foyer-plan/1",\n}',
    path: 'line 3, column 1',
    code: 'not-json',
  },
  { name: 'cut off', content: JSON.stringify(smallPlan()).slice(0, 50), path: 'line 1, column 51', code: 'not-json' },
  { name: 'a NUL byte', content: '{"format": "foyer-plan/1"\u0000}', path: 'line 1, column 26', code: 'not-json' },
  { name: 'a million brackets', content: '['.repeat(1_000_000), path: 'line 1, column 33', code: 'too-deep' },
  {
    name: 'a million objects in each other',
    content: '{"a":'.repeat(1_000_000),
    path: 'line 1, column 161',
    code: 'too-deep',
  },
  {
    name: 'a doubled key',
    content: changed('"version":1', '"version":1,"version":2'),
    path: 'line 1, column 53',
    code: 'duplicate-key',
  },
  {
    name: 'a key that would change all objects',
    content: changed('"version":1', '"version":1,"__proto__":{"x":1}'),
    path: 'line 1, column 53',
    code: 'forbidden-key',
  },
  // Not a plan
  { name: 'a number', content: '42', path: '$', code: 'format-unknown' },
  { name: 'another JSON file', content: '{"name": "x", "dependencies": {}}', path: '$', code: 'format-unknown' },
  { name: 'a later format', content: changed('foyer-plan/1', 'foyer-plan/2'), path: '$.format', code: 'wrong-value' },
  { name: 'no name', content: changed('"name":{"nl":"Zaaltje"},', ''), path: '$', code: 'missing-key' },
  {
    name: 'no Dutch name',
    content: changed('{"nl":"Zaaltje"}', '{"en":"Small hall"}'),
    path: '$.name',
    code: 'missing-key',
  },
  {
    name: 'an unknown key',
    content: changed('"rows":"A..B"', '"rows":"A..B","colour":"red"'),
    path: `${BLOCK}.colour`,
    code: 'unknown-key',
  },
  {
    name: 'a key named constructor',
    content: changed('"version":1', '"version":1,"constructor":{}'),
    path: '$.constructor',
    code: 'unknown-key',
  },
  {
    name: 'a text for a number',
    content: changed('"seats":4', '"pitch":"52","seats":4'),
    path: `${BLOCK}.pitch`,
    code: 'wrong-type',
  },
  {
    name: 'a number too large to be one',
    content: changed('"seats":4', '"seats":4,"at":[1e999,0]'),
    path: `${BLOCK}.at[0]`,
    code: 'out-of-range',
  },
  {
    name: 'a seat on another planet',
    content: changed('"seats":4', '"seats":4,"at":[1e12,0]'),
    path: `${BLOCK}.at[0]`,
    code: 'out-of-range',
  },
  {
    name: 'a floor that carries a seat too far',
    content: changed('"name":{"nl":"Zaal"}', '"name":{"nl":"Zaal"},"at":[99999,0]'),
    path: BLOCK,
    code: 'out-of-range',
  },
  {
    name: 'less than nobody',
    content: changed('"capacity":20', '"capacity":-1'),
    path: '$.areas[0].capacity',
    code: 'out-of-range',
  },
  {
    name: 'half a person',
    content: changed('"capacity":20', '"capacity":20.5'),
    path: '$.areas[0].capacity',
    code: 'wrong-type',
  },
  {
    name: 'a NUL in a name',
    content: changed('Parterre', 'Par\\u0000terre'),
    path: '$.sections[0].name.nl',
    code: 'control-character',
  },
  {
    name: 'half an emoji in a name',
    content: changed('Parterre', '\\ud83c'),
    path: '$.sections[0].name.nl',
    code: 'control-character',
  },
  {
    name: 'a name of a million letters',
    content: changed('Parterre', 'x'.repeat(1_000_000)),
    path: '$.sections[0].name.nl',
    code: 'wrong-length',
  },
  {
    name: 'a kind nobody knows',
    content: changed('"seats":4', '"seats":4,"kind":"royal"'),
    path: `${BLOCK}.kind`,
    code: 'wrong-value',
  },
  { name: 'rows without seats', content: changed(',"seats":4', ''), path: BLOCK, code: 'choose-one' },
  {
    name: 'an area without a shape',
    content: changed(',"box":[-200,400,400,300]', ''),
    path: '$.areas[0]',
    code: 'choose-one',
  },
  // A plan that cannot be
  {
    name: 'a hall without places',
    content: JSON.stringify({ ...smallPlan(), sections: [], areas: [] }),
    path: '$',
    code: 'no-places',
  },
  {
    name: 'a zone nobody described',
    content: changed('"zone":"a","blocks"', '"zone":"b","blocks"'),
    path: '$.sections[0].zone',
    code: 'zone-unknown',
  },
  {
    name: 'an exception in an unknown zone',
    content: withBlocks({ rows: 'A', seats: 4, except: [{ seats: 'A-1', zone: 'b' }] }),
    path: `${BLOCK}.except[0].zone`,
    code: 'zone-unknown',
  },
  {
    name: 'a floor nobody described',
    content: changed('"zone":"a","blocks"', '"floor":"kelder","zone":"a","blocks"'),
    path: '$.sections[0].floor',
    code: 'floor-unknown',
  },
  {
    name: 'two floors with one name',
    content: changed('"floors":[', '"floors":[{"id":"zaal","name":{"nl":"Zaal"}},'),
    path: '$.floors[1].id',
    code: 'duplicate-id',
  },
  {
    name: 'two seats with one id',
    content: withBlocks({ rows: 'A', seats: 4 }, { rows: 'A', seats: 4, at: [0, 500] }),
    path: '$.sections[0].blocks[1]',
    code: 'duplicate-id',
  },
  {
    name: 'a seat and an area with one id',
    content: changed('"STAAN"', '"P-A-1"'),
    path: '$.areas[0].id',
    code: 'duplicate-id',
  },
  {
    name: 'an id that cannot be one',
    content: withBlocks({ rows: ['Rij één'], seats: 1 }),
    path: BLOCK,
    code: 'place-id-wrong',
  },
  {
    name: 'people in each other’s lap',
    content: withBlocks({ rows: 'A', seats: 4 }, { rows: 'B', seats: 4, at: [10, 20] }),
    path: '$.sections[0].blocks[1]',
    code: 'seats-overlap',
  },
  {
    name: 'a row that bends back onto itself',
    content: withBlocks({ rows: 'A', seats: 80, radius: 300 }),
    path: BLOCK,
    code: 'seats-overlap',
  },
  {
    name: 'an exception for nobody',
    content: withBlocks({ rows: 'A', seats: 4, except: [{ seats: 'A-1 A-9', kind: 'wheelchair' }] }),
    path: `${BLOCK}.except[0].seats`,
    code: 'seats-unknown',
  },
  {
    name: 'one number for two seats',
    content: withBlocks({ rows: 'A', seats: 4, except: [{ seats: 'A-1..2', number: '7' }] }),
    path: `${BLOCK}.except[0]`,
    code: 'not-one-seat',
  },
  {
    name: 'rows from back to front',
    content: withBlocks({ rows: 'D..A', seats: 4 }),
    path: `${BLOCK}.rows`,
    code: 'rows-wrong',
  },
  {
    name: 'more sizes than rows',
    content: withBlocks({ rows: 'A..B', seats: [4, 4, 4] }),
    path: `${BLOCK}.seats`,
    code: 'rows-wrong',
  },
  {
    name: 'too many seats in few words',
    content: withBlocks({ rows: '1..999', seats: 500 }),
    path: '$.sections',
    code: 'too-many-seats',
  },
  {
    name: 'rows without end',
    content: withBlocks({ rows: Array(10).fill('1..99999999').join(' '), seats: 500 }),
    path: `${BLOCK}.rows`,
    code: 'rows-wrong',
  },
  {
    name: 'exceptions without end',
    content: withBlocks({
      rows: '1..400',
      seats: 300,
      except: Array(500).fill({ seats: '1..400-1..300', kind: 'house' }),
    }),
    path: '$.sections',
    code: 'too-many-exceptions',
  },
  // Of pretix
  {
    name: 'pretix, a doubled guid',
    content: changed('"beuk-A-4"', '"beuk-A-1"', pretix),
    path: '$.zones[1].rows[0].seats[3].seat_guid',
    code: 'duplicate-id',
  },
  {
    name: 'pretix, a category nobody described',
    content: changed('"category": "Oksaal" }', '"category": "Toren" }', pretix),
    path: '$.zones[2].rows[0].seats[0].category',
    code: 'zone-unknown',
  },
  {
    name: 'pretix, a seat without a place',
    content: changed('"position": { "x": 0, "y": 10 }, ', '', pretix),
    path: '$.zones[1].rows[0].seats[0]',
    code: 'missing-key',
  },
];
