import type { KyselyPlugin, QueryId } from 'kysely';
import type { Database } from '../../server/adapters/postgres/tables.ts';

/** Answers of the database that were read but do not arrive yet. */
export interface HeldAnswers {
  /** Resolves when the database has given the first of them. */
  readonly reached: Promise<void>;
  release(): void;
}

/** A database that asks at once, and hands its answers over when a test lets it. */
export interface HoldableDatabase {
  readonly db: Database;
  /** Holds back the answer to the next raw query that contains the words, and to all that follow. */
  hold(words: string): HeldAnswers;
  /** How many raw queries with the words were asked. */
  count(words: string): number;
}

export function holdAnswers(real: Database): HoldableDatabase {
  const queries = new WeakMap<QueryId, string>();
  const asked: string[] = [];
  const held = new Map<string, { readonly released: Promise<void>; reach(): void }>();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const text = node.kind === 'RawNode' ? textOf(node) : '';
      asked.push(text);
      const words = [...held.keys()].find((one) => text.includes(one));
      if (words) queries.set(queryId, words);
      return node;
    },
    async transformResult({ queryId, result }) {
      const hold = held.get(queries.get(queryId) ?? '');
      hold?.reach();
      await hold?.released;
      return result;
    },
  };
  return {
    db: real.withPlugin(plugin),
    count: (words) => asked.filter((text) => text.includes(words)).length,
    hold(words) {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      held.set(words, { released: released.promise, reach: reached.resolve });
      return {
        reached: reached.promise,
        release() {
          held.delete(words);
          released.resolve();
        },
      };
    },
  };
}

const textOf = ({ sqlFragments }: { readonly sqlFragments: readonly string[] }): string => sqlFragments.join(' ');
