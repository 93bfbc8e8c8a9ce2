/** Prints rows under a heading, columns aligned, as a Markdown table so that it can be quoted as it is. */
export function printTable(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
  console.log(`\n${heading}\n`);
  console.log(line(columns));
  console.log(
    `| ${widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`,
  );
  for (const row of rows) console.log(line(row));
}

export const whole = (value: number) => Math.round(value).toLocaleString('en');
export const tenths = (value: number) => value.toFixed(1);
export const ratio = (value: number) => `${value.toFixed(2)}×`;
