import type { AxeResults, NodeResult, Result, RunOptions } from 'axe-core';

/** How axe is asked: it describes each place of what `faultsOf` reads, and not of all that is well, which takes it as long again. */
export const ASKED: RunOptions = { resultTypes: ['violations', 'incomplete'] };

/** The same where colours are forced: axe reads those that the page asked for, and not the visitor's own that are seen. */
export const ASKED_IN_FORCED_COLOURS: RunOptions = { ...ASKED, rules: { 'color-contrast': { enabled: false } } };

/** What axe could not decide, and why it is fine all the same. */
interface Explained {
  readonly rule: string;
  /** Why axe could not decide, in its own word; see `messages.incomplete` of the check. */
  readonly unsure: string;
  /** Where it is so, in axe's selector. */
  readonly at: RegExp;
  readonly because: string;
}

const EXPLAINED: readonly Explained[] = [
  {
    rule: 'color-contrast',
    unsure: 'elmPartiallyObscuring',
    at: /\.asking > p$/,
    because:
      'The panel is opaque and above all else in the map; only the seats’ cells under it differ from line to line.',
  },
  {
    rule: 'color-contrast',
    unsure: 'bgOverlap',
    at: /^foyer-subscription (?!\.strip)/,
    because:
      'How far a subscription is stays at the top of a narrow window, opaque; what axe scrolls under it is drawn as beside it.',
  },
  {
    rule: 'color-contrast',
    unsure: 'bgOverlap',
    at: /foyer-seat-map /,
    because:
      'Picture and cells of the hall reach beyond the map’s window and are cut off there; axe knows nothing of “overflow: clip”, and of “hidden” only by squares of 200 px.',
  },
  {
    rule: 'color-contrast',
    unsure: 'shortTextContent',
    at: /button\[data-seat="[^"]+"\]$/,
    because:
      'The number of a seat in the list is text of one figure, in the colours of its neighbours with two, which pass.',
  },
  {
    rule: 'heading-order',
    unsure: 'heading-order',
    at: /\.month:nth-child\(\d+\) > h3$/,
    because:
      'A month of the programme stands below its title, a heading one level above; out of sight axe looks no further.',
  },
];

/** What is wrong by axe, one line for each place: what it found, and what it could not decide and nobody explained. */
export function faultsOf({ violations, incomplete }: AxeResults): string[] {
  const line = ({ id, help }: Result, { target, html }: NodeResult, why: string) =>
    `${id} (${help}) at ${target.flat().join(' ')}: ${why}\n    ${html}`;
  const wrong = violations.flatMap((result) => result.nodes.map((node) => line(result, node, whyOf(node))));
  const unsure = incomplete.flatMap((result) =>
    result.nodes
      .filter((node) => !isExplained(result.id, node))
      .map((node) => line(result, node, `axe cannot tell (${unsureOf(node).join(', ')}), ${whyOf(node)}`)),
  );
  return [...wrong, ...unsure];
}

const checksOf = ({ any, all, none }: NodeResult) => [...any, ...all, ...none];

const whyOf = (node: NodeResult): string =>
  checksOf(node)
    .map(({ message }) => message)
    .join('; ');

/** axe's own words for what kept it from deciding. */
const unsureOf = (node: NodeResult): string[] =>
  checksOf(node).map(({ id, data }) => (data as { messageKey?: string } | null)?.messageKey ?? id);

const isExplained = (rule: string, node: NodeResult): boolean =>
  unsureOf(node).every((unsure) =>
    EXPLAINED.some((one) => one.rule === rule && one.unsure === unsure && one.at.test(node.target.flat().join(' '))),
  );
