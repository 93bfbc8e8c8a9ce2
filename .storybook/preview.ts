import type { Preview } from '@storybook/web-components-vite';

const choice = <Icon extends string>(
  title: string,
  icon: Icon,
  items: readonly { value: string; title: string }[],
) => ({
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

export default {
  initialGlobals: { language: 'nl', scheme: 'system', direction: 'ltr' },
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
      return story();
    },
  ],
} satisfies Preview;
