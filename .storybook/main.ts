import type { StorybookConfig } from '@storybook/web-components-vite';

export default {
  // Stories are built like any page of a centre, not like the one-script embed that vite.config.ts makes.
  framework: {
    name: '@storybook/web-components-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  stories: ['../stories/**/*.stories.ts'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
} satisfies StorybookConfig;
