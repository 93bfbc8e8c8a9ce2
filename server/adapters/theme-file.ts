import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { type ThemeProperties, themeSchema } from '../../sdk/contract/theme.ts';
import { type ResolvedTheme, resolveTheme, themeProperties } from '../../sdk/model/theme/index.ts';

/** Bytes of a logo: what a ticket and a mail can carry. */
const MOST_LOGO = 100_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A centre's theme, read and worked out. */
export interface ThemeFile {
  readonly resolved: ResolvedTheme;
  readonly properties: ThemeProperties;
  /** A PNG. */
  readonly logo: Uint8Array | undefined;
}

/** A theme's file cannot be used; the message has a line for everything that is wrong, with its path. */
export class ThemeError extends Error {
  override readonly name = 'ThemeError';
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super([`The theme ${file} cannot be used:`, ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads the file of a theme, and the logo beside it.
 * @throws ThemeError
 */
export function readTheme(file: string): ThemeFile {
  const theme = themeSchema.safeParse(jsonOf(file));
  if (!theme.success) {
    throw new ThemeError(
      file,
      theme.error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'the whole file'}: ${message}`),
    );
  }
  const resolved = resolveTheme(theme.data);
  const { logo } = theme.data;
  return {
    resolved,
    properties: themeProperties(theme.data, resolved),
    logo: logo === undefined ? undefined : logoOf(file, join(dirname(file), logo)),
  };
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ThemeError(file, [
      error instanceof SyntaxError ? `It is not JSON: ${error.message}` : 'There is no such file.',
    ]);
  }
}

function logoOf(file: string, path: string): Uint8Array {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new ThemeError(file, [`logo: there is no ${path}.`]);
  }
  if (!bytes.subarray(0, PNG.length).equals(PNG)) throw new ThemeError(file, ['logo: it is not a PNG.']);
  if (bytes.length > MOST_LOGO) {
    throw new ThemeError(file, [`logo: it has ${bytes.length} bytes, at most ${MOST_LOGO} are taken.`]);
  }
  if (!isWhole(bytes)) throw new ThemeError(file, ['logo: it is damaged.']);
  return bytes;
}

/** Whether its pixels can be unpacked: a ticket is no place to find out that they cannot. */
function isWhole(png: Buffer): boolean {
  const packed: Buffer[] = [];
  for (let at = PNG.length; at + 8 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + length));
  }
  try {
    return inflateSync(Buffer.concat(packed)).length > 0;
  } catch {
    return false;
  }
}
