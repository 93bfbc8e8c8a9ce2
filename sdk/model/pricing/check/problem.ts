/** Something in a price list that its schema cannot see. An error keeps the list from being used; a warning does not. */
export interface ListProblem {
  readonly level: 'error' | 'warning';
  /** Where: keys and places from the top, joined by dots, such as `rules.3.effect.basisPoints`; empty for the whole. */
  readonly path: string;
  /** Stable name of this kind of problem. */
  readonly code: string;
  /** What is wrong and what to do about it, in English, for who wrote the list. */
  readonly message: string;
}

type Path = readonly (string | number)[];

/** An error at a place in the list. */
export const error = (path: Path, code: string, message: string): ListProblem => ({
  level: 'error',
  path: path.join('.'),
  code,
  message,
});

/** A warning at a place in the list. */
export const warning = (path: Path, code: string, message: string): ListProblem => ({
  ...error(path, code, message),
  level: 'warning',
});
