import type { Element } from './manifest.ts';

/** `foyer-seat-pick` as React says it: `onFoyerSeatPick`. */
const handlerOf = (event: string): string =>
  `on${event.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase())}`;

/** React components of the elements, by @lit/react: properties and events typed, and both set as they are. */
export function reactWrappers(elements: readonly Element[]): Readonly<Record<'react.js' | 'react.d.ts', string>> {
  const js = [
    "import { createComponent } from '@lit/react';",
    "import * as react from 'react';",
    ...elements.map(({ className, module }) => `import { ${className} as ${className}Element } from './${module}';`),
    ...elements.map(
      ({ tag, className, events }) =>
        `export const ${className} = createComponent({ tagName: '${tag}', elementClass: ${className}Element, react, events: {${events
          .map((event) => ` ${handlerOf(event)}: '${event}'`)
          .join(',')} } });`,
    ),
  ];
  const types = [
    "import type { EventName, ReactWebComponent } from '@lit/react';",
    ...elements.map(
      ({ className, module }) => `import type { ${className} as ${className}Element } from './${module}';`,
    ),
    // Where the events of an element are given their types.
    ...elements
      .filter(({ events }) => events.length > 0)
      .map(({ module }) => `import './${module.replace(/\.js$/, '.events.js')}';`),
    'type Heard<Name extends keyof GlobalEventHandlersEventMap> = EventName<GlobalEventHandlersEventMap[Name]>;',
    ...elements.map(
      ({ className, events }) =>
        `export declare const ${className}: ReactWebComponent<${className}Element, {${events
          .map((event) => ` ${handlerOf(event)}: Heard<'${event}'>;`)
          .join('')} }>;`,
    ),
  ];
  return { 'react.js': `${js.join('\n')}\n`, 'react.d.ts': `${types.join('\n')}\n` };
}
