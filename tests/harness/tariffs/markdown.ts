/** Rows of a table by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** What stands under a heading of a Markdown file, as far as the tariffs use it. */
export interface Section {
  readonly level: number;
  readonly title: string;
  readonly rows: readonly Row[];
  /** `- name: value`, in order. */
  readonly items: readonly (readonly [name: string, value: string])[];
  /** Everything else, as one text. */
  readonly text: string;
}

const cellsOf = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function rowsOf(lines: readonly string[]): Row[] {
  const [head, , ...body] = lines.filter((line) => line.startsWith('|')).map(cellsOf);
  return body.map((cells) => Object.fromEntries((head ?? []).map((name, at) => [name, cells[at] ?? ''])));
}

function sectionOf(heading: string, lines: readonly string[]): Section {
  const [, marks = '', title = ''] = /^(#+) (.*)$/.exec(heading) ?? [];
  const items = lines.flatMap((line) => {
    const [, name, value] = /^- ([a-z ]+): (.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value.trim()] as const];
  });
  const text = lines.filter((line) => line !== '' && !/^[|-]/.test(line)).join(' ');
  return { level: marks.length, title: title.trim(), rows: rowsOf(lines), items, text };
}

/** The sections of a Markdown file, in order. */
export function sectionsOf(markdown: string): Section[] {
  const lines = markdown.split('\n').map((line) => line.trim());
  const starts = lines.flatMap((line, at) => (line.startsWith('#') ? [at] : []));
  return starts.map((start, index) => sectionOf(lines[start] ?? '', lines.slice(start + 1, starts[index + 1])));
}
