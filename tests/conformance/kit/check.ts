import type { AgreementTerms } from '../../../sdk/contract/index.ts';
import type { Hall } from './hall.ts';
import type { Partner } from './partner.ts';
import type { Time } from './time.ts';

/** Something every owning centre must do, and how to see whether this one does. */
export interface Check {
  readonly group: string;
  /** What the protocol promises, as a sentence. */
  readonly name: string;
  /** Throws {@link Broken} when the promise is not kept, {@link NotJudged} when it cannot be seen here. */
  run(scene: Scene): Promise<void>;
}

/** What a check works with. */
export interface Scene {
  readonly partner: Partner;
  /** One with another agreement, when the kit was given one. */
  readonly other: Partner | undefined;
  readonly terms: AgreementTerms;
  readonly hall: Hall;
  readonly time: Time;
  readonly formulas: Formulas;
}

/** Formulas of the owner's that the checks may use, as far as the kit was told of any. */
export interface Formulas {
  /** A subscription that makes the performance cheaper from this size on. */
  readonly subscription?: { readonly formula: string; readonly size: number };
  /** A pass that lets visit the performance. */
  readonly pass?: string;
}

/** A promise of the protocol that is not kept: what was seen. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** A check that this agreement or programme gives no chance to make: what would be needed. */
export class NotJudged extends Error {
  override readonly name = 'NotJudged';
}

/** Names the checks of a group. */
export const checksOf = (group: string, checks: Readonly<Record<string, Check['run']>>): readonly Check[] =>
  Object.entries(checks).map(([name, run]) => ({ group, name, run }));

/** @throws Broken with what was seen, unless it is as it should be. */
export function must(kept: boolean, seen: string): asserts kept {
  if (!kept) throw new Broken(seen);
}
