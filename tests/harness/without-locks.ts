import { type KyselyPlugin, type RootOperationNode, SelectQueryNode } from 'kysely';

/** Takes `for update` off every query, so that nobody waits for anybody. */
export const withoutLocks: KyselyPlugin = {
  transformQuery: ({ node }): RootOperationNode => (SelectQueryNode.is(node) ? { ...node, endModifiers: [] } : node),
  transformResult: async ({ result }) => result,
};
