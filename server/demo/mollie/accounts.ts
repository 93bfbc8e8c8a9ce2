import type { Randomness } from '../../ports.ts';
import { parseBody } from './body.ts';
import { invalid, missing, Refusal } from './errors.ts';
import type { ApiRequest } from './wire.ts';
import type { Account } from './world.ts';

/**
 * Credentials with the merchant's name as buyers see it: `{ 'test_abc…': 'De Lantaarn' }`. The same name is the same
 * account; `access_…` tokens work too.
 */
export type Credentials = Readonly<Record<string, string>>;

/**
 * Opens an account for each merchant.
 * @throws Error when any key starts with `live_`: with real money about, nothing may be pretended.
 */
export function openAccounts(apiKeys: Credentials, random: Randomness): ReadonlyMap<string, Account> {
  const live = Object.keys(apiKeys).some((key) => key.startsWith('live_'));
  if (live) throw new Error('The Mollie emulator refuses to run beside a live_ key.');
  const byMerchant = new Map<string, Account>();
  const byKey = new Map<string, Account>();
  for (const [key, merchant] of Object.entries(apiKeys)) {
    if (!/^(test|access)_/.test(key)) throw new Error('A key for the Mollie emulator starts with test_ or access_.');
    const account = byMerchant.get(merchant) ?? openAccount(merchant, random);
    byMerchant.set(merchant, account);
    byKey.set(key, account);
  }
  return byKey;
}

const openAccount = (merchant: string, random: Randomness): Account => ({
  merchant,
  profileId: `pfl_${random.token(16).replace(/[-_]/g, '').slice(0, 10)}`,
  payments: [],
  refunds: [],
  methods: new Map(),
  balance: null,
});

/** Knows the account by its key. @throws Refusal 401 */
export function authenticate(accounts: ReadonlyMap<string, Account>, { authorization }: ApiRequest): Account {
  const key = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  const account = key === undefined ? undefined : accounts.get(key);
  if (!account) throw new Refusal(401, 'Missing authentication, or failed to authenticate');
  return account;
}

/**
 * A key fixes profile and mode, so neither may be sent; a token must say both, and only ever acts for test mode here.
 * @throws Refusal 422 or 403
 */
export function checkScope(account: Account, request: ApiRequest): void {
  const sent: Readonly<Record<string, unknown>> = { ...Object.fromEntries(request.query), ...parseBody(request) };
  if (!request.authorization?.startsWith('Bearer access_')) {
    for (const field of ['profileId', 'testmode']) {
      if (sent[field] !== undefined) throw invalid(field, `Non-existent parameter "${field}" for this API call`);
    }
    return;
  }
  if (String(sent.testmode) !== 'true') throw new Refusal(403, 'This emulator never acts for live mode', 'testmode');
  const needsProfile = /^\/(payments|methods)$/.test(request.path);
  if (needsProfile && sent.profileId === undefined) throw missing('profileId');
  if (sent.profileId !== undefined && sent.profileId !== account.profileId) {
    throw invalid('profileId', 'The profile id is invalid');
  }
}
