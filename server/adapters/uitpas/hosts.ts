/** Where UiTPAS and the keeper of its keys are, without trailing slashes. */
export interface UitpasHosts {
  readonly api: string;
  /** Where client credentials become a token (OAuth 2.0). */
  readonly tokens: string;
}

const realm = (account: string) => `${account}/realms/uitid/protocol/openid-connect/token`;

/** As publiq documents them: UiTPAS API 4.0, and authentication since Keycloak. */
export const UITPAS_HOSTS: Readonly<Record<'test' | 'production', UitpasHosts>> = {
  test: { api: 'https://api-test.uitpas.be', tokens: realm('https://account-test.uitid.be') },
  production: { api: 'https://api.uitpas.be', tokens: realm('https://account.uitid.be') },
};
