import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { compare, type Picture, readPicture, writeSmall } from './picture.ts';
import type { Screen } from './studio.ts';

const FOLDER = 'tests/e2e/screens';
/** Where what differs can be looked at: in one folder, made when the first does. */
let different: string | undefined;
const ACCEPT = 'If that is meant: npm run screens, look at them, and commit them.';

const fileOf = (name: string) => join(FOLDER, `${name}.png`);

export const readBaseline = (name: string): Picture => readPicture(readFileSync(fileOf(name)));

export const keptNames = (): readonly string[] => globSync(`${FOLDER}/*.png`).map((file) => basename(file, '.png'));

/** Takes away what is photographed no more. */
export function forgetOthers(names: readonly string[]): void {
  for (const name of keptNames()) if (!names.includes(name)) rmSync(fileOf(name));
}

/** Keeps a screen as what is expected. */
export const keep = ({ name, picture }: Screen): void => writeFileSync(fileOf(name), writeSmall(picture));

/** @returns what is wrong with the screen, and where to look; undefined when it is as it was. */
export function faultOf({ name, picture }: Screen): string | undefined {
  if (!existsSync(fileOf(name))) return `${name} is not among the baselines. ${ACCEPT}`;
  const expected = readBaseline(name);
  const { same, difference, marked } = compare(expected, picture);
  if (same) return undefined;
  different ??= mkdtempSync(join(tmpdir(), 'foyer-screens-that-differ-'));
  for (const [what, seen] of Object.entries({ expected, actual: picture, difference: marked })) {
    writeFileSync(join(different, `${name}.${what}.png`), writeSmall(seen));
  }
  return `${name}: ${difference}. See ${join(different, name)}.difference.png, and .expected and .actual beside it. ${ACCEPT}`;
}
