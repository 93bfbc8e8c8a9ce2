/** A performance or plan of a partner, as a selling centre names it (contract: referenceSchema): `owner.id`. */
export interface Reference {
  /** The owning centre. */
  readonly owner: string;
  /** As the owning centre names it. */
  readonly id: string;
}

/** False for what is the centre's own. */
export const isReference = (name: string): boolean => name.includes('.');

/** @returns undefined for what is the centre's own. */
export function readReference(name: string): Reference | undefined {
  const dot = name.indexOf('.');
  return dot < 0 ? undefined : { owner: name.slice(0, dot), id: name.slice(dot + 1) };
}

export const writeReference = ({ owner, id }: Reference): string => `${owner}.${id}`;
