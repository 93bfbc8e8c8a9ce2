import type { WrittenPriceList } from '../../contract/prices/price-list.ts';
import { type ForeignNames, foreignNames } from './import-names.ts';

const KINDS = ['rules', 'subscriptions', 'passes', 'products', 'access'] as const;
type Kind = (typeof KINDS)[number];
export type Entry = NonNullable<WrittenPriceList[Kind]>[number];
type Lists = Record<Kind, Entry[]>;

/** Something an import did, for who asked it. */
export interface ImportStep {
  /** `brought`: because something that was asked needs it. */
  readonly done: 'copied' | 'brought' | 'group-made' | 'same-already';
  readonly kind: Kind | 'groups';
  /** As it is called in the own list from now on. */
  readonly id: string;
  /** What the other centre calls it, where that name was taken. */
  readonly was?: string;
}

export interface Imported {
  readonly list: WrittenPriceList;
  readonly steps: readonly ImportStep[];
  readonly names: readonly ForeignNames[];
  /** Asked, but not in the other list. */
  readonly missing: readonly string[];
}

const idOf = (entry: Entry): string => ('priceType' in entry ? entry.priceType : entry.id);

/**
 * Copies rules, subscriptions, passes, products and who may have a price type from another centre's list into one's own:
 * a copy, which the other centre changes no more. Brings what they need; gives what clashes another name. Neither list is
 * changed; whether the new one is good is for `checkPriceList` to say.
 */
export function importInto(mine: WrittenPriceList, other: WrittenPriceList, only: readonly string[]): Imported {
  const theirs = (kind: Kind): readonly Entry[] => other[kind] ?? [];
  const asked = KINDS.flatMap((kind) =>
    theirs(kind)
      .filter((entry) => only.includes(idOf(entry)))
      .map((entry) => ({ kind, entry })),
  );
  const wanted = withNeeds(asked, other);
  const renamed = namesFor(wanted, mine);
  const lists = Object.fromEntries(KINDS.map((kind) => [kind, [...(mine[kind] ?? [])]])) as Lists;
  const steps = wanted.map(({ brought, entry, kind }): ImportStep => {
    const id = renamed.get(`${kind} ${idOf(entry)}`) ?? idOf(entry);
    const copy = rename(entry, id, renamed);
    if (lists[kind].some((own) => sameAs(own, copy))) return { done: 'same-already', kind, id };
    lists[kind].push(copy);
    return { done: brought ? 'brought' : 'copied', kind, id, ...(id !== idOf(entry) && { was: idOf(entry) }) };
  });
  const groups = groupsFor(mine, other, wanted);
  return {
    list: { ...mine, ...filled(lists), ...(groups.length > 0 && { groups: [...(mine.groups ?? []), ...groups] }) },
    steps: [...groups.map(({ id }): ImportStep => ({ done: 'group-made', kind: 'groups', id })), ...steps],
    names: wanted.flatMap(({ entry, kind }) =>
      foreignNames(entry, renamed.get(`${kind} ${idOf(entry)}`) ?? idOf(entry)),
    ),
    missing: only.filter((id) => !asked.some(({ entry }) => idOf(entry) === id)),
  };
}

interface Wanted {
  readonly kind: Kind;
  readonly entry: Entry;
  readonly brought?: true;
}

/** What was asked, and the passes and subscriptions it names. */
function withNeeds(asked: readonly Wanted[], other: WrittenPriceList): Wanted[] {
  const all = [...asked];
  for (const { entry } of asked) {
    const pass = 'when' in entry ? entry.when?.pass : 'pass' in entry ? entry.pass : undefined;
    const subscription = 'when' in entry ? entry.when?.subscription : undefined;
    const needs = [
      ...(other.passes ?? [])
        .filter(({ id }) => id === pass)
        .map((found) => ({ kind: 'passes' as const, entry: found })),
      ...(other.subscriptions ?? [])
        .filter(({ id }) => id === subscription)
        .map((found) => ({ kind: 'subscriptions' as const, entry: found })),
    ];
    for (const need of needs) {
      if (!all.some((one) => one.entry === need.entry)) all.push({ ...need, brought: true });
    }
  }
  return all;
}

/** The name each has here: its own, or with a number where something else is called so already. */
function namesFor(wanted: readonly Wanted[], mine: WrittenPriceList): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  // What others name comes first, so that they are compared by the names they will have.
  const named = (kind: Kind) => kind === 'passes' || kind === 'subscriptions';
  const inOrder = [...wanted.filter(({ kind }) => named(kind)), ...wanted.filter(({ kind }) => !named(kind))];
  for (const { entry, kind } of inOrder) {
    const own: readonly Entry[] = mine[kind] ?? [];
    const id = idOf(entry);
    const taken = (name: string) =>
      own.some((one) => idOf(one) === name && !sameAs({ ...one, id }, { ...rename(entry, id, names), id }));
    let name = id;
    // Who may have a price type goes by the name of the price type, which is not the list's to change.
    for (let number = 2; kind !== 'access' && taken(name); number += 1) name = `${id}-${number}`;
    names.set(`${kind} ${id}`, name);
  }
  return names;
}

function rename(entry: Entry, id: string, names: ReadonlyMap<string, string>): Entry {
  const passIn = (pass: string | undefined) =>
    pass === undefined ? {} : { pass: names.get(`passes ${pass}`) ?? pass };
  if ('priceType' in entry) return { ...entry, ...passIn(entry.pass) };
  if ('kind' in entry) return { ...entry, id, ...passIn(entry.pass) };
  if (!('when' in entry) || entry.when === undefined) return { ...entry, id };
  const { pass, subscription } = entry.when;
  const chosen =
    subscription === undefined ? {} : { subscription: names.get(`subscriptions ${subscription}`) ?? subscription };
  return { ...entry, id, when: { ...entry.when, ...passIn(pass), ...chosen } };
}

/** Groups of copied rules that the own list does not have; they are worked out last. */
function groupsFor(mine: WrittenPriceList, other: WrittenPriceList, wanted: readonly Wanted[]) {
  const needed = new Set(wanted.flatMap(({ entry }) => ('group' in entry ? [entry.group] : [])));
  return (other.groups ?? []).filter(({ id }) => needed.has(id) && !mine.groups?.some((own) => own.id === id));
}

/** Only kinds that have something, so that an import adds no empty lists to a file. */
const filled = (lists: Lists) => Object.fromEntries(Object.entries(lists).filter(([, entries]) => entries.length > 0));

/** In whatever order their keys were written. */
const sameAs = (one: unknown, other: unknown): boolean => written(one) === written(other);

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${parts.map(([key, part]) => `${key}:${written(part)}`).join()}}`;
}
