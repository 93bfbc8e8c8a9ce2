/** What is moved of a centre: a table, in the order in which rows may refer to rows before them. */
export interface MovedTable {
  readonly name: string;
  /** The last number that its identity column gave, which outlives its rows; absent when it has none or gave none. */
  readonly lastNumber?: number;
}

/** A change of the tables, as it was applied. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** A centre's rows as they are at one moment, whoever writes meanwhile. */
export interface CentreRows {
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly MovedTable[];
  /** Processes that are connected as the centre, besides this one. */
  readonly connected: number;
  /** Rows of a table as JSON, a few at a time, in an order that is the same in every database. */
  rows(table: string): AsyncIterable<readonly string[]>;
}

/** A centre that gets rows, all of them or none. */
export interface CentreToFill extends CentreRows {
  /** @throws MovingError when the database refuses a row. */
  add(table: string, rows: readonly string[]): Promise<void>;
  /** The table's identity column goes on after this number. */
  continueAfter(table: string, lastNumber: number): Promise<void>;
}
