import { readTheme, ThemeError } from '../adapters/theme-file.ts';

export const usage = `foyer theme check FILE

  FILE  The face of a centre: its accent, and what else it wants. Says how it comes out, which colours had to be mended to
        be readable, or everything that is wrong.

  Exit status: 0 a good theme, 1 not, 2 wrong use.`;

/** `foyer theme check`: says what a theme comes to, or every error with its path in the file. */
export async function run(args: readonly string[]): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0 || file.startsWith('--')) {
    console.error(`foyer theme check: one file is needed\n\n${usage}`);
    return 2;
  }
  try {
    const { resolved, logo } = readTheme(file);
    console.log(`${file}: a good theme${logo ? ', with a logo' : ''}`);
    for (const scheme of ['light', 'dark'] as const) {
      const { surface, text, accent } = resolved[scheme];
      console.log(`  ${scheme}: ${text} on ${surface}, accent ${accent}`);
    }
    for (const { scheme, role, on, given, used, ratio, needed } of resolved.mended) {
      const found = ratio.toFixed(1);
      console.log(
        `  mended (${scheme}): ${role} ${given} has ${found}:1 on ${on} where ${needed}:1 is needed; ${used} is used`,
      );
    }
    return 0;
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    console.log(`${file}: not a good theme`);
    for (const problem of error.problems) console.log(`  ${problem}`);
    return 1;
  }
}
