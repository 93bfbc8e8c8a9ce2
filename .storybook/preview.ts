import type { Preview } from '@storybook/web-components-vite';
import { themeProperties } from '../sdk/model/theme/index.ts';
import { THEMES } from '../stories/fixtures/themes.ts';

const choice = <Icon extends string>(
  title: string,
  icon: Icon,
  items: readonly { value: string; title: string }[],
) => ({
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

/** Gives the whole page the face of a centre, as a `<foyer-shop>` would. */
function wear(name: string): void {
  const { style } = document.documentElement;
  for (const property of [...style].filter((one) => one.startsWith('--foyer-theme-'))) style.removeProperty(property);
  const theme = THEMES[name];
  if (!theme) return;
  for (const [property, value] of Object.entries(themeProperties(theme))) style.setProperty(property, value);
}

export default {
  initialGlobals: { language: 'nl', scheme: 'system', direction: 'ltr', theme: 'Foyer' },
  globalTypes: {
    language: choice('Language', 'globe', [
      { value: 'nl', title: 'Nederlands' },
      { value: 'en', title: 'English' },
      { value: 'fr', title: 'Français' },
      { value: 'de', title: 'Deutsch' },
    ]),
    scheme: choice('Colours', 'mirror', [
      { value: 'system', title: 'As the system' },
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
    ]),
    theme: choice('Theme', 'paintbrush', [
      { value: 'Foyer', title: 'Foyer’s own' },
      ...Object.keys(THEMES).map((name) => ({ value: name, title: name })),
    ]),
    direction: choice('Direction', 'transfer', [
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
  },
  parameters: {
    layout: 'padded',
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Shop',
          'Programme',
          'Calendar',
          'Performance',
          'Buy button',
          'Seat map',
          'Ticket types',
          'Cart',
          'Checkout',
          'Order',
        ],
      },
    },
  },
  decorators: [
    (story, { globals, parameters }) => {
      const page = document.documentElement;
      page.lang = parameters.language ?? globals.language;
      page.dir = parameters.direction ?? globals.direction;
      const scheme = parameters.scheme ?? globals.scheme;
      page.style.colorScheme = scheme === 'system' ? 'light dark' : scheme;
      wear(parameters.theme ?? globals.theme);
      return story();
    },
  ],
} satisfies Preview;
