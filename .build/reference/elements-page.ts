import type { ClassField, ClassMethod, CustomElementDeclaration, Package } from 'custom-elements-manifest';
import { tidy } from '../manifest.ts';
import { code, table } from './markdown.ts';

/** An element with what the analyser keeps of its comment besides the manifest's own fields. */
type Described = CustomElementDeclaration & {
  readonly tagName: string;
  readonly status?: string;
  readonly since?: string;
  readonly example?: string;
  readonly cssStates?: readonly { readonly name: string; readonly description?: string }[];
};

/** Everything about every element, from the comments above its class, as a page to read. */
export function elementsPage(raw: Package): string {
  const elements = tidy(raw).modules.flatMap(({ declarations }) => declarations as Described[]);
  const fields = eventFields(raw);
  const sorted = elements.sort((one, other) => (one.tagName < other.tagName ? -1 : 1));
  return [
    '# Elements',
    "Each is a door of the package (`import 'foyer/cart'`), and comes by itself on a page with `foyer.js`. Attributes are read again when they change. Every element also takes the [tokens](../../docs/theming.md) of the page around it.",
    sorted.map(({ tagName }) => `[\`${tagName}\`](#${tagName})`).join(' · '),
    ...sorted.map((element) => elementText(element, fields)),
  ].join('\n\n');
}

function elementText(element: Described, fields: EventFields): string {
  const { tagName, description = '', status, since, example, members = [], events = [] } = element;
  const open = members.filter(({ privacy, static: own }) => !own && (privacy ?? 'public') === 'public');
  const properties = open.filter((one): one is ClassField & { attribute?: string } => one.kind === 'field');
  const methods = open.filter((one): one is ClassMethod => one.kind === 'method' && one.description !== undefined);
  return [
    `## ${tagName}`,
    description,
    `_${status}, since ${since}_`,
    example ? `\`\`\`html\n${example}\n\`\`\`` : '',
    table(['Property', 'What it is'], properties.map(propertyRow)),
    table(
      ['Method', 'What it does'],
      methods.map((one) => [code(signature(one)), one.description]),
    ),
    table(
      ['Event', 'When it is sent, and what it carries'],
      events.map(({ name, type, description: when = '' }) => [
        code(name),
        [when, ...(fields.get(type.text) ?? [])].join('<br>'),
      ]),
    ),
    table(['Slot', 'What belongs in it'], rows(element.slots)),
    table(['Part', 'What it is'], rows(element.cssParts)),
    table(['Custom property', 'What it is'], rows(element.cssProperties)),
    table(['State', 'When'], rows(element.cssStates?.map((one) => ({ ...one, name: `:state(${one.name})` })))),
  ]
    .filter(Boolean)
    .join('\n\n');
}

interface Named {
  readonly name: string;
  readonly default?: string;
  readonly description?: string;
}

const rows = (list: readonly Named[] = []) =>
  list.map(({ name, default: usual, description }) => [
    code(`${name || '(what stands in it)'}${usual ? ` = ${usual}` : ''}`),
    description,
  ]);

function propertyRow({ name, type, default: usual, attribute, description }: ClassField & { attribute?: string }) {
  const kept = attribute === undefined ? '' : `<br>attribute ${code(attribute)}`;
  return [`${code(`${name}: ${type?.text}${usual ? ` = ${usual}` : ''}`)}${kept}`, description];
}

const signature = ({ name, parameters = [], return: gives }: ClassMethod): string =>
  `${name}(${parameters.map((one) => `${one.name}${one.optional ? '?' : ''}: ${one.type?.text ?? 'unknown'}`).join(', ')}): ${gives?.type?.text ?? 'void'}`;

type EventFields = ReadonlyMap<string, readonly string[]>;

/** What each event carries, by its class. */
function eventFields({ modules }: Package): EventFields {
  const classes = modules.flatMap(({ declarations = [] }) => declarations).filter((one) => one.kind === 'class');
  const events = classes.filter(({ name }) => name.startsWith('Foyer') && name.endsWith('Event'));
  return new Map(
    events.map(({ name, members = [] }) => [
      name,
      members
        .filter((one) => one.kind === 'field')
        .map((one) => `${code(`${one.name}: ${one.type?.text}`)} ${one.description ?? ''}`),
    ]),
  );
}
