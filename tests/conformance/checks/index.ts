import type { Check } from '../kit/check.ts';
import { atomicity } from './atomicity.ts';
import { bundles } from './bundles.ts';
import { cancelling } from './cancelling.ts';
import { concurrency } from './concurrency.ts';
import { confidentiality } from './confidentiality.ts';
import { confirming } from './confirming.ts';
import { contract } from './contract.ts';
import { expiry } from './expiry.ts';
import { feed } from './feed.ts';
import { hoarding } from './hoarding.ts';
import { idempotency } from './idempotency.ts';
import { late } from './late.ts';
import { refusals } from './refusals.ts';
import { replaces } from './replaces.ts';
import { signatures } from './signatures.ts';

/** Everything an owning centre is judged by, what is simplest first. */
export const checks: readonly Check[] = [
  ...contract,
  ...refusals,
  ...signatures,
  ...idempotency,
  ...atomicity,
  ...replaces,
  ...bundles,
  ...confirming,
  ...cancelling,
  ...concurrency,
  ...expiry,
  ...late,
  ...hoarding,
  ...feed,
  ...confidentiality,
];
