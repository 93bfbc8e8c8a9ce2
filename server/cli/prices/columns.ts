/** What text from a file may not do to a terminal: move its cursor, clear it, or end a line. */
export const harmless = (text: string): string => text.replace(/\p{Cc}+/gu, '�');

export interface Column {
  readonly right?: true;
}

/** Rows of cells as lines, the cells of a column below each other. */
export function table(rows: readonly (readonly string[])[], columns: readonly Column[]): string[] {
  const widths = columns.map((_, at) => Math.max(0, ...rows.map((row) => (row[at] ?? '').length)));
  return rows.map((row) =>
    columns
      .map(({ right }, at) => {
        const cell = row[at] ?? '';
        return right ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}
