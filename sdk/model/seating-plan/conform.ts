import { quoted, type Report } from './report.ts';

/** The words of JSON Schema (draft 2020-12) that our schemas use, with the same meaning. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  /** Only as a choice of keys, one of which must be there. */
  readonly oneOf?: readonly { readonly required: readonly string[] }[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
const isOfType = (value: unknown, type: string) =>
  type === 'integer' ? Number.isInteger(value) : type === typeOf(value);
const inPath = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${quoted(key)}]`);

/**
 * Reports where a value does not follow a schema, every place with its path. The schema is the one that people's
 * editors use too, so that what they are told and what is decided cannot differ.
 */
export function checkShape(value: unknown, schema: Schema, report: Report, path = '$', root = schema): void {
  if (schema.$ref) {
    const target = root.$defs?.[schema.$ref.slice('#/$defs/'.length)];
    if (target) checkShape(value, target, report, path, root);
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    report.add(path, 'wrong-type', `must be ${types.join(' or ')}, not ${quoted(value)}`);
    return;
  }
  if ('const' in schema && value !== schema.const) {
    report.add(path, 'wrong-value', `must be ${quoted(schema.const)}, not ${quoted(value)}`);
  }
  if (schema.enum && !schema.enum.includes(value)) {
    report.add(path, 'wrong-value', `must be one of ${schema.enum.join(', ')}, not ${quoted(value)}`);
  }
  if (typeof value === 'string') checkString(value, schema, report, path);
  if (typeof value === 'number') checkNumber(value, schema, report, path);
  if (Array.isArray(value)) checkArray(value, schema, report, path, root);
  else if (typeof value === 'object' && value !== null) checkObject(value, schema, report, path, root);
}

function checkString(value: string, schema: Schema, report: Report, path: string): void {
  const { minLength = 0, maxLength = Infinity } = schema;
  if (CONTROL.test(value) || !value.isWellFormed()) {
    report.add(path, 'control-character', `has a character that cannot be printed: ${quoted(value)}`);
  }
  // Length in code points, as JSON Schema counts; a pattern only sees what is short enough.
  const length = value.length > maxLength * 2 ? value.length : [...value].length;
  if (length < minLength || length > maxLength) {
    report.add(path, 'wrong-length', `must have ${minLength} to ${maxLength} characters, has ${length}`);
  } else if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) {
    report.add(path, 'wrong-value', `is not written as it should be: ${quoted(value)}`);
  }
}

function checkNumber(value: number, schema: Schema, report: Report, path: string): void {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  if (!Number.isFinite(value)) report.add(path, 'out-of-range', 'is too large for a number');
  else if (value < minimum || value > maximum) {
    report.add(path, 'out-of-range', `must be ${minimum} to ${maximum}, not ${value}`);
  }
}

function checkArray(value: readonly unknown[], schema: Schema, report: Report, path: string, root: Schema): void {
  const { minItems = 0, maxItems = Infinity, prefixItems = [], items } = schema;
  if (value.length < minItems || value.length > maxItems) {
    report.add(path, 'wrong-length', `must have ${minItems} to ${maxItems} items, has ${value.length}`);
    return;
  }
  value.forEach((item, index) => {
    const itemSchema = prefixItems[index] ?? items;
    if (itemSchema) checkShape(item, itemSchema, report, `${path}[${index}]`, root);
  });
}

function checkObject(value: object, schema: Schema, report: Report, path: string, root: Schema): void {
  const { properties = {}, required = [], additionalProperties = true, oneOf } = schema;
  for (const key of required) {
    if (!Object.hasOwn(value, key)) report.add(path, 'missing-key', `needs the key ${quoted(key)}`);
  }
  for (const [key, item] of Object.entries(value)) {
    const itemSchema = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (itemSchema) checkShape(item, itemSchema, report, path + inPath(key), root);
    else if (!additionalProperties)
      report.add(path + inPath(key), 'unknown-key', `the format has no key ${quoted(key)} here`);
  }
  if (oneOf && oneOf.filter(({ required: keys }) => keys.every((key) => Object.hasOwn(value, key))).length !== 1) {
    report.add(path, 'choose-one', `needs exactly one of ${oneOf.flatMap((choice) => choice.required).join(', ')}`);
  }
}
