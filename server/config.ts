import { z } from 'zod';
import { languageSchema, slugSchema } from '../sdk/contract/index.ts';
import { readCompanyNumber, readIban } from '../sdk/model/company-numbers.ts';

/** An origin as browsers send it: scheme, host and port, nothing after. */
const originSchema = z
  .url()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'Must be an origin, without path or slash.');
const limitSchema = z.strictObject({ burst: z.int().min(1), perMinute: z.int().min(1) });

const seedSchema = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'Must be 32 bytes in base64.')
  .transform((text) => Uint8Array.from(Buffer.from(text, 'base64')));

/** An address without slash at its end. */
const addressSchema = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

const centreConfigSchema = z.strictObject({
  id: slugSchema.max(40),
  name: z.string().min(1),
  website: z.url(),
  email: z.email(),
  address: z.string().min(1),
  language: languageSchema.default('nl'),
  timeZone: z.string().default('Europe/Brussels'),
  termsUrl: z.url().optional(),
  privacyUrl: z.url().optional(),
  origins: z.array(originSchema).min(1),
  maxHeldPerAddress: z.int().min(1).default(60),
  iban: z
    .string()
    .refine((text) => readIban(text) !== undefined, 'Must be an IBAN, such as BE68 5390 0754 7034.')
    .transform((text) => readIban(text) ?? text)
    .optional()
    .describe('Where partners pay what they owe.'),
  bic: z
    .string()
    .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'Must be a BIC, such as GKCCBEBB.')
    .optional(),
  vatNumber: z
    .string()
    .refine((text) => readCompanyNumber(text) !== undefined, 'Must be a Belgian VAT number, such as BE 0123.456.749.')
    .transform((text) => `BE${readCompanyNumber(text)}`)
    .optional()
    .describe('Only of a centre that is liable to VAT: then it invoices its commissions.'),
  companyNumber: z
    .string()
    .refine((text) => readCompanyNumber(text) !== undefined, 'Must be an enterprise number, such as 0123.456.749.')
    .transform((text) => readCompanyNumber(text) ?? text)
    .optional(),
  waitingListMinutes: z
    .int()
    .min(10)
    .max(120)
    .optional()
    .describe('How long places are held for who is offered them from a waiting list; 60 without it.'),
  viewsFolder: z.string().min(1).optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'Must be a colour such as #5b2a86.')
    .optional(),
  themeFile: z.string().min(1).optional().describe('The face of the centre; checked by foyer theme check.'),
  mollieKey: z.string().regex(/^(test|live)_\w{20,}$/, 'Must be a key of Mollie, such as test_….'),
  mollieOrganizations: z
    .record(slugSchema, z.string().regex(/^org_\d+$/, 'Must be an organisation of Mollie, such as org_12345.'))
    .optional()
    .describe('Of partners connected to our Mollie account, by centre: their share goes to them by delayed routes.'),
  smtpUrl: z.url({ protocol: /^smtps?$/ }),
  databasePassword: z.string().min(16),
  tokenSecret: z.string().min(32),
  ticketSeed: seedSchema,
  manageToken: z
    .string()
    .regex(/^\S{32,500}$/, 'Must be 32 characters or more, without spaces.')
    .optional()
    .describe('Opens the Manage API to who has it, such as the command foyer agreement; without it there is none.'),
  uitpas: z
    .strictObject({
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
      host: z
        .union([z.enum(['test', 'production']), z.strictObject({ api: addressSchema, tokens: addressSchema })])
        .default('test')
        .describe('publiq’s test environment or the real one; or the addresses of a stand-in.'),
    })
    .optional()
    .describe('The organiser’s own client at publiq; without it UiTPAS cannot be used.'),
  networkSeeds: z
    .array(seedSchema)
    .min(1)
    .max(10)
    .optional()
    .describe('Of the keys that sign for partners: the first signs, the others are still known to them.'),
});

const configSchema = z.strictObject({
  port: z.int().min(0).max(65_535).default(4000),
  host: z.string().default('127.0.0.1'),
  publicUrl: z
    .url()
    .transform((text) => text.replace(/\/+$/, ''))
    .describe('Where the outside reaches this server; payments report back there.'),
  database: z
    .union([z.strictObject({ url: z.url({ protocol: /^postgres(ql)?$/ }) }), z.strictObject({ folder: z.string() })])
    .default({ folder: '.data/postgres' }),
  connections: z.int().min(2).max(100).default(10),
  trustedProxies: z.int().min(0).max(5).default(0),
  limits: z
    .strictObject({ requests: limitSchema, newCarts: limitSchema })
    .default({ requests: { burst: 300, perMinute: 1_200 }, newCarts: { burst: 30, perMinute: 60 } }),
  network: z
    .strictObject({
      allowPrivate: z
        .boolean()
        .default(false)
        .describe(
          'Partners may be at private addresses and without TLS: for a network of one’s own, and to try things.',
        ),
    })
    .default({ allowPrivate: false }),
  centres: z.array(centreConfigSchema).min(1),
});

/** What an operator decides, checked and complete. */
export type Config = z.infer<typeof configSchema>;
export type CentreConfiguration = Config['centres'][number];

/** What one network may do, unless the operator says otherwise: plenty for a school behind one address. */
export const DEFAULT_LIMITS = configSchema.shape.limits.parse(undefined);

/** The configuration cannot be used; the message lists all that is wrong, a line each. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(['The configuration cannot be used:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/**
 * Reads the configuration file's text. A value `"env:NAME"` stands for the environment variable NAME, so that secrets
 * need not be in the file; PORT and DATABASE_URL win from the file.
 * @throws ConfigError
 */
export function readConfig(text: string, env: Readonly<Record<string, string | undefined>>): Config {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new ConfigError([`It is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`]);
  }
  const missing = new Map<string, string>();
  const filled = fillIn(file, env, missing, []);
  const overrides = {
    ...(env.PORT && { port: Number(env.PORT) }),
    ...(env.DATABASE_URL && { database: { url: env.DATABASE_URL } }),
  };
  const known = typeof filled === 'object' && filled !== null && !Array.isArray(filled);
  const result = configSchema.safeParse(known ? { ...filled, ...overrides } : filled);
  // What is wrong with a value that is not there need not be said.
  const issues = (result.error?.issues ?? []).filter(({ path }) => !missing.has(where(path)));
  const wrong = [
    ...[...missing].map(([path, name]) => `${path}: the environment variable ${name} is not set.`),
    ...issues.map(({ path, message }) => `${where(path)}: ${message}`),
    ...(result.success ? repeatedIds(result.data.centres) : []),
  ];
  if (!result.success || wrong.length > 0) throw new ConfigError(wrong);
  return result.data;
}

const where = (path: readonly PropertyKey[]) => path.map(String).join('.') || 'the whole file';

/** Replaces `env:NAME` everywhere, and notes the names that are not set. */
function fillIn(
  value: unknown,
  env: Readonly<Record<string, string | undefined>>,
  missing: Map<string, string>,
  path: readonly string[],
): unknown {
  if (typeof value === 'string' && value.startsWith('env:')) {
    const found = env[value.slice(4)];
    if (found === undefined) missing.set(where(path), value.slice(4));
    return found ?? value;
  }
  if (Array.isArray(value)) return value.map((item, index) => fillIn(item, env, missing, [...path, String(index)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fillIn(inner, env, missing, [...path, key])]),
  );
}

function repeatedIds(centres: readonly CentreConfiguration[]): string[] {
  const ids = centres.map(({ id }) => id);
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [`centres.${index}.id: ${id} is there twice.`] : []));
}
