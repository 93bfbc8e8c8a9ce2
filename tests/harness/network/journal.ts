/** Tables in memory whose changes can be taken back, as a database takes back a transaction that failed. */
export interface Journal {
  table<Row>(): Table<Row>;
  /** Takes back everything since the last `commit`. */
  rollback(): void;
  commit(): void;
}

/** Rows by key, in the order they were first written. Rows are values: they are replaced, never changed. */
export interface Table<Row> {
  get(key: string): Row | undefined;
  values(): readonly Row[];
  set(key: string, row: Row): void;
  delete(key: string): void;
}

export function createJournal(): Journal {
  const undo: (() => void)[] = [];
  return {
    table<Row>(): Table<Row> {
      const rows = new Map<string, Row>();
      const remember = (key: string) => {
        const had = rows.has(key);
        const before = rows.get(key) as Row;
        undo.push(() => (had ? rows.set(key, before) : rows.delete(key)));
      };
      return {
        get: (key) => rows.get(key),
        values: () => [...rows.values()],
        set(key, row) {
          remember(key);
          rows.set(key, row);
        },
        delete(key) {
          remember(key);
          rows.delete(key);
        },
      };
    },
    rollback() {
      for (const step of undo.splice(0).reverse()) step();
    },
    commit() {
      undo.length = 0;
    },
  };
}
