import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MovingError } from './moving-error.ts';

export const FORMAT = 'foyer-centre/1';
const FILE = 'manifest.json';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const keySchema = z.strictObject({ id: z.string().min(1), publicKey: z.string().min(1) });

const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  centre: z.strictObject({ id: z.string().min(1), name: z.string(), apiUrl: z.string() }),
  exportedAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string().min(1), checksum: sha256Schema })),
  /** Public keys only: the secret ones are moved by the operator, with the configuration. */
  ticketKeys: z.array(keySchema),
  networkKeys: z.array(keySchema),
  /** In the order in which they are read in. */
  tables: z.array(
    z.strictObject({
      // It becomes the name of a file.
      name: z.string().regex(/^[a-z][a-z0-9_]*$/),
      rows: z.int().min(0),
      sha256: sha256Schema,
      lastNumber: z.int().optional(),
    }),
  ),
});

/** What is in an archive of a centre: `TABLE.ndjson` for each table, a row a line; and what each must be. */
export type Manifest = z.infer<typeof manifestSchema>;
export type TableSummary = Manifest['tables'][number];

/** Hash of the whole: of the manifest as it is written, which has the hashes of all that is beside it. */
const sealOf = (manifest: object) => createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

/** Written last: an archive without it was broken off. @returns the hash of the whole. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<string> {
  const sha256 = sealOf(manifest);
  const text = `${JSON.stringify({ ...manifest, sha256 }, undefined, 2)}\n`;
  await writeFile(join(folder, FILE), text, { mode: 0o600 });
  return sha256;
}

/** @throws MovingError when there is none, or one that is damaged or of another version. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => {
    throw new MovingError(
      `${FILE}: cannot be read in ${folder}: not an archive of a centre, or one that was broken off`,
    );
  });
  const { sha256, ...written } = parse(text);
  if (written.format !== FORMAT) {
    throw new MovingError(`${FILE}: format is ${JSON.stringify(written.format)}, and this program reads ${FORMAT}`);
  }
  if (sha256 !== sealOf(written)) throw new MovingError(`${FILE}: damaged: its SHA-256 is not the one it says`);
  const { data, error } = manifestSchema.safeParse(written);
  if (data) return data;
  const [issue] = error.issues;
  throw new MovingError(`${FILE}: ${issue?.path.map(String).join('.')}: ${issue?.message}`);
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below, as for what is no object.
  }
  throw new MovingError(`${FILE}: damaged: it is not a JSON object`);
}
