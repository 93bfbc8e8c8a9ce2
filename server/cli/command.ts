/** A module that is one thing the `foyer` command can do. */
export interface Command {
  /** How it is called and what for; said by the help and on wrong use. */
  readonly usage: string;
  /**
   * Does it with the words after its name and says what came of it.
   * @returns the exit status: 0 good, 1 not good, 2 wrong use.
   */
  run(args: readonly string[]): Promise<number>;
}
