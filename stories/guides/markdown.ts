import { html, type TemplateResult } from 'lit';

/** What a block of a page looks like, and what it becomes. The first that fits is it. */
const BLOCKS: readonly (readonly [RegExp, (...groups: string[]) => TemplateResult])[] = [
  [/^```.*\n([\s\S]*?)^```$\n*/m, (code) => html`<pre><code>${code}</code></pre>`],
  [/^# (.*)\n*/, (text) => html`<h1>${inline(text)}</h1>`],
  [/^## (.*)\n*/, (text) => html`<h2>${inline(text)}</h2>`],
  [/^### (.*)\n*/, (text) => html`<h3>${inline(text)}</h3>`],
  [/^(\|.*)\n\|[ -|]*\n((?:\|.*\n?)*)\n*/, (head, rows) => table(head, rows)],
  [
    /^((?:- .*\n?)+)\n*/,
    (items) => html`<ul>${lines(items).map((item) => html`<li>${inline(item.slice(2))}</li>`)}</ul>`,
  ],
  [
    /^((?:\d+\. .*\n?)+)\n*/,
    (items) => html`<ol>${lines(items).map((item) => html`<li>${inline(item.replace(/^\d+\. /, ''))}</li>`)}</ol>`,
  ],
  [/^(.+(?:\n.+)*)\n*/, (text) => html`<p>${inline(text)}</p>`],
];

/** A page of `docs/`, as it reads: what our pages use of Markdown, and no more. */
export function markdown(text: string): readonly TemplateResult[] {
  const made: TemplateResult[] = [];
  for (let rest = text.trimStart(); rest !== ''; ) {
    const [block, make] = BLOCKS.find(([form]) => startOf(form, rest)) ?? [];
    const found = block && startOf(block, rest);
    if (!found || !make) throw new Error(`This is no Markdown that pages use: ${rest.slice(0, 60)}`);
    made.push(make(...found.slice(1)));
    rest = rest.slice(found[0].length);
  }
  return made;
}

const startOf = (form: RegExp, text: string) => {
  const found = form.exec(text);
  return found?.index === 0 ? found : undefined;
};

const lines = (text: string) => text.trimEnd().split('\n');
const cells = (row: string) =>
  row
    .slice(1, row.lastIndexOf('|'))
    .split('|')
    .map((cell) => inline(cell.trim()));

const table = (head: string, rows: string) => html`
  <table>
    <thead><tr>${cells(head).map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${lines(rows).map((row) => html`<tr>${cells(row).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table>
`;

const INLINE =
  /(?<ticks>`+) ?(?<code>.+?) ?\k<ticks>|\*\*(?<strong>.+?)\*\*|\b_(?<em>[^_]+)_\b|\[(?<name>[^\]]+)\]\((?<to>[^)]+)\)/g;

function inline(text: string): (string | TemplateResult)[] {
  const made: (string | TemplateResult)[] = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    const { code, strong, em, name, to = '' } = found.groups ?? {};
    made.push(text.slice(at, found.index));
    if (code !== undefined) made.push(html`<code>${code}</code>`);
    else if (strong !== undefined) made.push(html`<strong>${inline(strong)}</strong>`);
    else if (em !== undefined) made.push(html`<em>${inline(em)}</em>`);
    else if (name !== undefined) made.push(link(name, to));
    at = found.index + found[0].length;
  }
  return [...made, text.slice(at)];
}

/** To another page of ours, or out of here; what is only in the repository has its name. */
function link(name: string, to: string): TemplateResult {
  const [, page] = /^([a-z]+)\.md$/.exec(to) ?? [];
  if (page) return html`<a href="./?path=/story/guides--${page}" target="_top">${inline(name)}</a>`;
  return to.startsWith('https:') ? html`<a href=${to}>${inline(name)}</a>` : html`<em>${inline(name)}</em>`;
}
