import { checkSeats } from './check-seats.ts';
import { groupsOf } from './lay-out-block.ts';
import { endlessRange, rowLabels } from './ranges.ts';
import { quoted, type Report } from './report.ts';
import type { BlockSource, PlanSource } from './source.ts';

/** More than the largest stadium; a plan beyond it is refused before it is laid out. */
const MAX_SEATS = 150_000;
/** Seats times words of exceptions: above it a plan would keep a browser busy, and no hall comes near. */
const MAX_COMPARISONS = 10_000_000;

/** Where something was written, for messages; an importer answers with the place in the file it read. */
export type Locate = (written: object, path: string) => string;

/** Reports what a schema cannot see: unknown zones, doubled ids, seats on top of each other. The shape must be right. */
export function checkPlan(source: PlanSource, report: Report, locate: Locate = (_, path) => path): void {
  const { zones, floors, sections = [], areas = [], decor = [] } = source;
  if (sections.length === 0 && areas.length === 0) report.add('$', 'no-places', 'the plan has no seat and no area');
  checkRanges(source, report, locate);
  if (!checkSize(source, report)) return;

  checkUnique(sections, '$.sections', report);
  const ids = { zone: checkUnique(zones, '$.zones', report), floor: checkUnique(floors, '$.floors', report) };
  const knows = (what: 'zone' | 'floor', { [what]: id }: { zone?: string; floor?: string }, path: string) => {
    if (id === undefined || ids[what].has(id)) return;
    report.add(`${path}.${what}`, `${what}-unknown`, `the plan has no ${what} ${quoted(id)}`);
  };
  const unclear = new Set<BlockSource>();
  for (const [index, section] of sections.entries()) {
    knows('zone', section, `$.sections[${index}]`);
    knows('floor', section, `$.sections[${index}]`);
    for (const [number, block] of section.blocks.entries()) {
      const path = locate(block, `$.sections[${index}].blocks[${number}]`);
      knows('zone', block, path);
      for (const [rule, exception] of (block.except ?? []).entries()) {
        knows('zone', exception, `${path}.except[${rule}]`);
      }
      if (!checkRows(block, path, report)) unclear.add(block);
    }
  }
  for (const [index, area] of areas.entries()) {
    knows('zone', area, `$.areas[${index}]`);
    knows('floor', area, `$.areas[${index}]`);
  }
  for (const [index, thing] of decor.entries()) knows('floor', thing, `$.decor[${index}]`);
  checkSeats(source, unclear, report, locate);
}

function checkUnique(things: readonly { readonly id: string }[], path: string, report: Report): Set<string> {
  const ids = new Set<string>();
  for (const [index, { id }] of things.entries()) {
    if (ids.has(id)) report.add(`${path}[${index}].id`, 'duplicate-id', `the id ${quoted(id)} is there already`);
    ids.add(id);
  }
  return ids;
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const rowSizes = ({ seats = 0 }: BlockSource, rows: number) =>
  Array.from({ length: rows }, (_, row) => total(groupsOf(seats, row, rows)));

/** Counts before anything is laid out and stops at the first block too many, so that a small file cannot ask for much work. */
function checkSize({ sections = [] }: PlanSource, report: Report): boolean {
  let seats = 0;
  let comparisons = 0;
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    const rows = rowLabels(block.rows).length;
    const size = block.places ? Math.max(rows, block.places.length) : total(rowSizes(block, rows));
    seats += size;
    // Every word of an exception may stand for a long range itself.
    comparisons += total((block.except ?? []).map((rule) => rule.seats.split(' ').length)) * Math.max(size, 1000);
    if (seats > MAX_SEATS) {
      report.add('$.sections', 'too-many-seats', `a plan has at most ${MAX_SEATS} seats`);
      return false;
    }
    if (comparisons > MAX_COMPARISONS) {
      report.add('$.sections', 'too-many-exceptions', 'too many exceptions for so many seats');
      return false;
    }
  }
  return true;
}

/** A slip such as `1..9999` is named, before it looks like a hall that is far too large. */
function checkRanges({ sections = [] }: PlanSource, report: Report, locate: Locate): void {
  for (const [index, { blocks }] of sections.entries()) {
    for (const [number, block] of blocks.entries()) {
      const range = endlessRange(block.rows);
      const path = locate(block, `$.sections[${index}].blocks[${number}]`);
      if (range) report.add(`${path}.rows`, 'rows-wrong', `${quoted(range)} names far too many rows`);
    }
  }
}

/** False when it is not clear which rows are meant, or how long they are. */
function checkRows({ rows, seats, places }: BlockSource, path: string, report: Report): boolean {
  const labels = rowLabels(rows);
  let clear = true;
  const wrong = (key: string, message: string) => {
    clear = false;
    report.add(`${path}.${key}`, 'rows-wrong', message);
  };
  if (labels.length === 0) wrong('rows', `${quoted(rows)} names no rows`);
  if (new Set(labels).size < labels.length) wrong('rows', 'the same row is there twice');
  if (places && labels.length !== 1) wrong('rows', 'a block with places has one row');
  if (typeof seats === 'object' && 'from' in seats) {
    const [from, to] = [seats.from, seats.to].map((size) => String(size).split('+').length);
    if (from !== to) wrong('seats', 'from and to must have the same groups');
  } else if (typeof seats === 'object' && seats.length !== labels.length) {
    wrong('seats', `${labels.length} rows, but ${seats.length} sizes`);
  }
  return clear;
}
