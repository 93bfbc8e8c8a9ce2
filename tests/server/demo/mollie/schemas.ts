import assert from 'node:assert/strict';
import {
  entityChargebackFromJSON,
  listEntityMethodFromJSON,
  paymentResponseFromJSON,
  refundResponseFromJSON,
  routeCreateResponseFromJSON,
} from 'mollie-api-typescript/models';

interface Link {
  readonly href: string;
  readonly type: string;
}
interface Amount {
  readonly currency: string;
  readonly value: string;
}

/** What tests read of any answer; every field is checked against Mollie's own schemas first. */
export interface Document {
  readonly resource: string;
  readonly id: string;
  readonly mode: string;
  readonly status: string;
  readonly createdAt: string;
  readonly amount: Amount;
  readonly description: string;
  readonly profileId: string;
  readonly metadata: unknown;
  readonly method: string | null;
  readonly issuer?: string;
  readonly redirectUrl?: string;
  readonly isCancelable?: boolean;
  readonly expiresAt?: string;
  readonly paidAt?: string;
  readonly failedAt?: string;
  readonly canceledAt?: string;
  readonly expiredAt?: string;
  readonly authorizedAt?: string;
  readonly amountRefunded?: Amount;
  readonly amountRemaining?: Amount;
  readonly amountChargedBack?: Amount;
  readonly details?: { readonly failureReason?: string };
  readonly paymentId?: string;
  readonly destination?: { readonly type: string; readonly organizationId: string };
  readonly maximumAmount?: Amount | null;
  readonly issuers?: readonly { readonly id: string }[];
  readonly count: number;
  readonly _embedded: Readonly<Record<string, readonly Document[]>>;
  readonly _links: Readonly<Record<string, Link | null | undefined>>;
  readonly title: string;
  readonly detail: string;
  readonly field?: string;
}

const ORACLES: Readonly<Record<string, (json: string) => { readonly ok: boolean; readonly error?: unknown }>> = {
  payment: paymentResponseFromJSON,
  refund: refundResponseFromJSON,
  chargeback: entityChargebackFromJSON,
  route: routeCreateResponseFromJSON,
  method: listEntityMethodFromJSON,
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/;
const OF_STATUS: Readonly<Record<string, readonly string[]>> = {
  open: ['isCancelable', 'expiresAt'],
  pending: ['isCancelable', 'expiresAt'],
  authorized: ['isCancelable', 'authorizedAt'],
  paid: ['paidAt'],
  failed: ['failedAt'],
  canceled: ['canceledAt'],
  expired: ['expiredAt'],
};
const SOMETIMES = ['isCancelable', 'expiresAt', 'authorizedAt', 'paidAt', 'failedAt', 'canceledAt', 'expiredAt'];

/** What Mollie's schemas let through although it is wrong: their enums are open and their strings may hold anything. */
function checkPayment(document: Document) {
  assert.match(document.id, /^tr_[A-Za-z0-9]{10}$/);
  assert.match(document.profileId, /^pfl_[A-Za-z0-9]{10}$/);
  assert.equal(document.mode, 'test');
  assert.match(document.createdAt, INSTANT);
  assert.match(document.amount.value, document.amount.currency === 'JPY' ? /^\d+$/ : /^\d+\.\d\d$/);
  const expected = OF_STATUS[document.status];
  assert.ok(expected, `status ${document.status}`);
  const shown = SOMETIMES.filter((field) => Object.hasOwn(document, field));
  assert.deepEqual(
    shown,
    SOMETIMES.filter((field) => expected.includes(field)),
  );
  assert.equal(document._links.checkout !== undefined, document.status === 'open', 'checkout link');
  assert.ok(!document._links.checkout?.href.includes(document.id), 'the checkout address does not give the id away');
}

/** Holds one answer of the emulator against Mollie's schemas and our own invariants, and what it contains likewise. */
export function check(document: Document, status: number): void {
  if (status >= 400) {
    assert.equal(document.status, status);
    assert.ok(document.title.length > 0 && document.detail.length > 0);
    assert.equal(document._links.documentation?.type, 'text/html');
    return;
  }
  const outcome = ORACLES[document.resource]?.(JSON.stringify(document));
  assert.ok(outcome === undefined || outcome.ok, String(outcome?.error));
  if (document.resource === 'payment') checkPayment(document);
  if (document.resource === 'route') assert.match(document.id, /^crt_[A-Za-z0-9]{22}$/);
  if (document.resource === 'refund') assert.match(document.id, /^re_[A-Za-z0-9]{10}$/);
  for (const items of Object.values(document._embedded ?? {})) for (const item of items) check(item, 200);
}
