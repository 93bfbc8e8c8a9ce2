import type { InitializeParams } from '@custom-elements-manifest/analyzer';
import * as analyser from '@custom-elements-manifest/analyzer';

/**
 * TypeScript 7 has no programming interface that is there to stay; the analyser of elements brings, and hands to its
 * plugins, the last TypeScript that had one.
 */
export const { ts } = analyser as unknown as Pick<InitializeParams, 'ts'>;

export type Checker = ReturnType<ReturnType<typeof ts.createProgram>['getTypeChecker']>;
export type Type = ReturnType<Checker['getTypeAtLocation']>;
export type Node = Parameters<Checker['getTypeAtLocation']>[0];
export type Named = NonNullable<ReturnType<Checker['getSymbolAtLocation']>>;
export type Declaration = NonNullable<Named['declarations']>[number];
