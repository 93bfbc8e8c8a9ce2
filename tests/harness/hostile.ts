import fc from 'fast-check';

/** The part of JSON Schema that our OpenAPI uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
  /** Values that mean something to the server under test, by property or parameter name; chosen half the time. */
  readonly vocabulary?: Readonly<Record<string, readonly unknown[]>>;
}

export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: Schema;
}

/** Strings that broke a server somewhere: NUL, lone surrogate, right-to-left override, templates, paths, very long. */
const NASTY = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '🎭🪑',
  '\u202egnirts',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template that must not be expanded is the point
  '${7*7}',
  '%00',
  'A'.repeat(3000),
  '00000000-0000-4000-8000-000000000000',
];

const nastyString = fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 40, unit: 'binary' }));

const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyString,
  fc.constantFrom(null, true, -1, 0, 1.5, 2 ** 53, -(2 ** 31), 1e308, [], {}, [[]], { a: 1 }),
  fc.constant(Array.from({ length: 10_000 }, (_, index) => `P-A-${index}`)),
);

const STRINGS: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  uri: fc.webUrl(),
  'date-time': fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
};

/** Values a schema allows, as far as its keywords say. */
export function fitting(schema: Schema, api: OpenApi, depth = 0): fc.Arbitrary<unknown> {
  if (schema.$ref) {
    const target = api.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
    if (!target) throw new Error(`unknown schema ${schema.$ref}`);
    return fitting(target, api, depth + 1);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, api, depth + 1)));
  if (schema.allOf) {
    return fc
      .tuple(...schema.allOf.map((part) => fitting(part, api, depth + 1)))
      .map((parts) => Object.assign({}, ...parts));
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) {
    const required = new Set(schema.required ?? []);
    const properties = Object.entries(schema.properties ?? {}).map(
      ([name, property]) => [name, meaningful(name, fitting(property, api, depth + 1), api)] as const,
    );
    return fc.record(Object.fromEntries(properties), { requiredKeys: [...required] as never[] });
  }
  if (type === 'array') {
    const least = schema.minItems ?? 0;
    return fc.array(fitting(schema.items ?? {}, api, depth + 1), {
      minLength: least,
      maxLength: Math.min(schema.maxItems ?? 3, least + 3),
    });
  }
  if (type === 'integer' || type === 'number') {
    return fc.integer({ min: Math.max(schema.minimum ?? -100, -1e6), max: Math.min(schema.maximum ?? 100, 1e6) });
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (schema.format && STRINGS[schema.format]) return STRINGS[schema.format] as fc.Arbitrary<string>;
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  return type === 'string' ? fc.string({ maxLength: 20 }) : nastyValue;
}

function meaningful<T>(name: string, value: fc.Arbitrary<T>, api: OpenApi): fc.Arbitrary<T> {
  const known = api.vocabulary?.[name];
  return known ? fc.oneof(value, fc.constantFrom(...(known as readonly T[]))) : value;
}

/** A fitting value in which something was bent: a field replaced, removed or added, or the whole thing replaced. */
export function bent(schema: Schema, api: OpenApi): fc.Arbitrary<unknown> {
  const spoiled = fc
    .tuple(fitting(schema, api), nastyValue, fc.nat(20), fc.constantFrom('replace', 'remove', 'add', 'nest'))
    .map(([value, nasty, index, way]) => spoil(value, nasty, index, way));
  return fc.oneof({ weight: 5, arbitrary: spoiled }, { weight: 1, arbitrary: nastyValue });
}

function spoil(value: unknown, nasty: unknown, index: number, way: string): unknown {
  if (Array.isArray(value)) {
    return way === 'add' ? [...value, nasty] : value.map((item) => spoil(item, nasty, index, way));
  }
  if (typeof value !== 'object' || value === null) return nasty;
  const names = Object.keys(value);
  const name = names[index % Math.max(names.length, 1)] ?? 'extra';
  if (way === 'add') return { ...value, unexpected: nasty };
  if (way === 'remove') return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  const inner = (value as Record<string, unknown>)[name];
  return { ...value, [name]: way === 'nest' ? spoil(inner, nasty, index, 'replace') : nasty };
}

/** A parameter's value as text: mostly fitting, sometimes hostile. */
export function parameterValue(parameter: Parameter, api: OpenApi): fc.Arbitrary<string | undefined> {
  const value = fc.oneof(
    { weight: 2, arbitrary: meaningful(parameter.name, fitting(parameter.schema, api), api).map(String) },
    { weight: 1, arbitrary: nastyString },
  );
  return parameter.required || parameter.in === 'path' ? value : fc.option(value, { nil: undefined });
}
