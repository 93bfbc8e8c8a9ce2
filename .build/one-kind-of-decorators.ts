import type { Plugin } from 'vite';

/** How Lit asks which kind of decorator it is used as: the language's own, or TypeScript's older one. */
const IS_STANDARD = /"object"==typeof \w+/;

/**
 * Leaves out of Lit's decorators what they do as the language's own: ours are all TypeScript's (`experimentalDecorators`).
 * A bundler cannot know. A Lit that asks in another way fails the build.
 */
export function oneKindOfDecorators(): Plugin {
  return {
    name: 'foyer:one-kind-of-decorators',
    apply: 'build',
    transform: {
      filter: { id: /@lit\/reactive-element\/decorators\/(?:property|query)\.js$/ },
      handler(code, id) {
        if (!IS_STANDARD.test(code)) this.error(`${id} asks in another way which kind of decorator it is.`);
        return code.replace(IS_STANDARD, 'false');
      },
    },
  };
}
