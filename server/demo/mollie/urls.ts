import { invalid } from './errors.ts';

const parse = (value: unknown): URL | null => (typeof value === 'string' ? URL.parse(value) : null);
const isWeb = (url: URL) => url.protocol === 'https:' || url.protocol === 'http:';

/** @throws Refusal 422 for what is no web address; an app's own scheme is refused too. */
export function checkUrl(value: unknown, field: string): string {
  const url = parse(value);
  if (!url || !isWeb(url)) throw invalid(field, `The '${field}' field is not a valid URL`);
  return String(value);
}

/** Names and addresses that exist only inside a house. */
const INSIDE = /^(localhost|.*\.(local|localhost|internal|test|invalid)|[^.]+|127\..*|10\..*|192\.168\..*|\[.*\])$/;

/** @throws Refusal 422 for no web address, and in strict mode for one that Mollie could not call. */
export function checkWebhookUrl(value: unknown, strict: boolean): string {
  const url = parse(value);
  if (!url || !isWeb(url)) throw invalid('webhookUrl', 'The webhook URL is invalid');
  if (strict && INSIDE.test(url.hostname)) {
    throw invalid('webhookUrl', "The webhook URL is invalid because it is unreachable from Mollie's point of view");
  }
  return String(value);
}
