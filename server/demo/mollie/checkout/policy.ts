import type { Payment } from '../world.ts';

/**
 * The Content-Security-Policy of a page: nothing from elsewhere, no script at all, in no frame. Its forms may end at
 * the payment's own shop, because browsers hold the redirect that follows a form to this policy too.
 */
export function policyFor(payment: Payment | null): string {
  const shops = payment ? [payment.redirectUrl, payment.cancelUrl ?? payment.redirectUrl] : [];
  const origins = new Set(shops.map((url) => new URL(url).origin));
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action ${["'self'", ...origins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
