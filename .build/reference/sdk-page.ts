import type { Export } from './sdk.ts';

const SECTIONS = [
  ['function', 'Functions'],
  ['value', 'Values'],
  ['type', 'Types'],
] as const;

/** Everything that `foyer/sdk` gives, from the comments above it, as a page to read. */
export function sdkPage(exports: readonly Export[]): string {
  return [
    '# SDK',
    "What `import { … } from 'foyer/sdk'` gives. [Selling without elements](../../docs/headless.md) shows it at work.",
    ...SECTIONS.flatMap(([kind, title]) => {
      const those = exports.filter((one) => one.kind === kind);
      const links = those.map(({ name }) => `[\`${name}\`](#${name.toLowerCase()})`).join(' · ');
      return [`## ${title}`, links, ...those.map(exportText)];
    }),
  ].join('\n\n');
}

const exportText = ({ name, description, tags, text }: Export): string =>
  [`### ${name}`, description, fence('ts', text), tags.map(tagText).join('\n')].filter(Boolean).join('\n\n');

const tagText = ([name, text]: readonly [string, string]): string =>
  name === 'example' ? `\n${fence('ts', text)}` : `- _${name}_ ${text}`;

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;
