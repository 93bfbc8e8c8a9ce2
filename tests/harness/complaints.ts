/** One thing a page wrote to its console. */
export interface Log {
  /** `log`, `warn`, `error` … */
  readonly type: string;
  readonly args: readonly unknown[];
}

/** Said by a vendor about developing itself; not about our code. */
const HARMLESS = /Lit is in dev mode/;
const LIT_WARNING = /lit\.dev\/msg\//;

/** True for what no visitor's or developer's console may show: errors, and Lit's warnings about wrong use. */
export function isComplaint({ type, args }: Log): boolean {
  const text = logText(args);
  return !HARMLESS.test(text) && (type === 'error' || LIT_WARNING.test(text));
}

export const logText = (args: readonly unknown[]): string => args.map(asText).join(' ');

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? value.message;
  return JSON.stringify(value) ?? String(value);
}
