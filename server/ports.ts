/** Time, randomness and ids are given to whoever needs them, so that tests decide them. */
export interface Clock {
  now(): Date;
}

export interface Randomness {
  uuid(): string;
  /** Unguessable, base64url, for tokens and codes. */
  token(bytes: number): string;
}
