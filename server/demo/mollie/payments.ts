import { type Amount, readAmount } from './amounts.ts';
import type { Body } from './body.ts';
import { invalid, missing, noPayment, Refusal } from './errors.ts';
import { become, choose, isFinal } from './lifecycle.ts';
import { METHODS, type Method, type MethodId, methodOf, takes } from './methods.ts';
import { checkUrl, checkWebhookUrl } from './urls.ts';
import { type Account, newId, nowOf, type Payment, type World } from './world.ts';

const LOCALES = new Set(
  (
    'en_US en_GB en_BE nl_NL nl_BE de_DE de_AT de_CH de_BE de_LU fr_FR fr_BE fr_LU es_ES ca_ES pt_PT it_IT nb_NO ' +
    'sv_SE fi_FI da_DK is_IS hu_HU pl_PL lv_LV lt_LT'
  ).split(' '),
);
/** Mollie cuts a longer description off instead of refusing it. */
const LONGEST_DESCRIPTION = 255;
const LARGEST_METADATA = 1024;

export const isEnabled = (account: Account, { id, enabled }: Method) => account.methods.get(id) ?? enabled;

/** Methods a payment of this amount can be paid with. */
export const methodsFor = (account: Account, amount: Amount, choice: readonly MethodId[] | null): Method[] =>
  METHODS.filter(
    (method) =>
      isEnabled(account, method) && takes(method, amount) === 'yes' && (choice === null || choice.includes(method.id)),
  );

/** Creates a payment. @throws Refusal 422 with the first field that is wrong. */
export function createPayment(world: World, account: Account, body: Body): Payment {
  const amount = readAmount(body.amount);
  const description = readDescription(body.description);
  if (body.redirectUrl === undefined) throw missing('redirectUrl');
  const redirectUrl = checkUrl(body.redirectUrl, 'redirectUrl');
  const cancelUrl = body.cancelUrl == null ? null : checkUrl(body.cancelUrl, 'cancelUrl');
  const webhookUrl = body.webhookUrl == null ? null : checkWebhookUrl(body.webhookUrl, world.strictWebhooks);
  const locale = readLocale(body.locale);
  const metadata = readMetadata(body.metadata);
  const wanted = readMethods(account, body.method);
  const choice = wanted?.map(({ id }) => id) ?? null;
  checkLimits(wanted ?? METHODS.filter((method) => isEnabled(account, method)), amount);
  const only = typeof body.method === 'string' ? wanted?.[0] : undefined;
  const createdAt = nowOf(world);
  const payment: Payment = {
    id: newId(world, 'tr'),
    token: newId(world, '3', 24).slice(2),
    account,
    index: account.payments.length,
    amount,
    createdAt,
    status: 'open',
    since: createdAt,
    expiresAt: createdAt,
    choice,
    preset: only !== undefined,
    method: null,
    issuer: null,
    failure: null,
    description,
    redirectUrl,
    cancelUrl,
    webhookUrl,
    locale,
    metadata,
    refunds: [],
    chargebacks: [],
    routes: [],
  };
  choose(world, payment, only?.id ?? null, readIssuer(only, body.issuer));
  account.payments.push(payment);
  world.payments.set(payment.id, payment);
  world.byToken.set(payment.token, payment);
  return payment;
}

/** Finds a payment of this account; another account's is as absent as none. @throws Refusal 404 */
export function findPayment(world: World, account: Account, id: string): Payment {
  const payment = world.payments.get(id);
  if (payment?.account !== account) throw noPayment(id);
  return payment;
}

/** The fields that only matter while the buyer can still pay. */
const UNTIL_FINAL = ['redirectUrl', 'cancelUrl', 'webhookUrl', 'method', 'locale'];

/** Changes what may change; never the amount. Nobody is told. @throws Refusal 422 */
export function updatePayment(world: World, payment: Payment, body: Body): void {
  if (body.amount !== undefined) throw invalid('amount', 'The amount of a payment cannot be changed');
  const late = isFinal(payment) ? UNTIL_FINAL.find((field) => body[field] !== undefined) : undefined;
  if (late) throw invalid(late, `The '${late}' field cannot be changed once the payment is finalized`);
  const changes: Partial<Payment> = {
    ...(body.description === undefined ? {} : { description: readDescription(body.description) }),
    ...(body.redirectUrl === undefined ? {} : { redirectUrl: checkUrl(body.redirectUrl, 'redirectUrl') }),
    ...(body.cancelUrl === undefined ? {} : { cancelUrl: checkUrl(body.cancelUrl, 'cancelUrl') }),
    ...(body.webhookUrl === undefined ? {} : { webhookUrl: checkWebhookUrl(body.webhookUrl, world.strictWebhooks) }),
    ...(body.locale === undefined ? {} : { locale: readLocale(body.locale) }),
    ...(body.metadata === undefined ? {} : { metadata: readMetadata(body.metadata) }),
  };
  const wanted = readMethods(payment.account, body.method);
  if (wanted) checkLimits(wanted, payment.amount);
  Object.assign(payment, changes);
  if (!wanted) return;
  const only = typeof body.method === 'string' ? wanted[0] : undefined;
  payment.choice = wanted.map(({ id }) => id);
  payment.preset = only !== undefined;
  choose(world, payment, only?.id ?? null, readIssuer(only, body.issuer));
}

/** Whether the shop can still end it; for most methods nobody can. */
export const isCancelable = (payment: Payment) =>
  payment.status === 'authorized' ||
  (payment.status === 'open' && METHODS.some(({ id, cancelable }) => id === payment.method && cancelable));

/** Ends a payment for the shop, which is told by webhook as well. @throws Refusal 422 when the method does not allow it. */
export function cancelPayment(world: World, payment: Payment): void {
  if (!isCancelable(payment)) throw new Refusal(422, 'The payment cannot be cancelled');
  become(world, payment, 'canceled');
}

function checkLimits(candidates: readonly Method[], amount: Amount): void {
  const verdicts = candidates.map((method) => takes(method, amount));
  if (verdicts.includes('yes')) return;
  if (verdicts.includes('too-low')) throw invalid('amount', 'The amount is lower than the minimum');
  if (verdicts.includes('too-high')) throw invalid('amount', 'The amount is higher than the maximum');
  throw invalid('amount', 'No suitable payment methods found');
}

function readMethods(account: Account, value: unknown): readonly Method[] | null {
  if (value === undefined || value === null) return null;
  const wanted = (Array.isArray(value) ? value : [value]).map((id) => methodOf(id));
  if (wanted.length === 0) return null;
  const usable = wanted.filter((method) => isEnabled(account, method));
  if (usable.length === 0) throw invalid('method', 'The payment method is not enabled in your website profile');
  return usable;
}

function readIssuer(method: Method | undefined, value: unknown): string | null {
  if (!method || value === undefined || method.issuers.length === 0) return null;
  const issuer = method.issuers.find(({ id }) => id === value);
  if (!issuer) throw invalid('issuer', 'The issuer is invalid');
  return issuer.id;
}

function readDescription(value: unknown): string {
  if (value === undefined || value === '') throw missing('description');
  if (typeof value !== 'string') throw invalid('description', 'The description is invalid');
  return [...value].slice(0, LONGEST_DESCRIPTION).join('');
}

function readLocale(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !LOCALES.has(value)) throw invalid('locale', 'The locale is invalid');
  return value;
}

function readMetadata(value: unknown): unknown {
  if (value === undefined) return null;
  if (JSON.stringify(value).length > LARGEST_METADATA) throw invalid('metadata', 'The metadata is too long');
  return value;
}
