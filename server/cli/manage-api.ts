import type { NetworkErrorBody } from '../../sdk/contract/error.ts';

/** Something a person can put right, in one line. */
export class CliError extends Error {
  /** Exit status: 1 refused or failed, 2 wrong use. */
  readonly status: 1 | 2;

  constructor(status: 1 | 2, message: string) {
    super(message);
    this.status = status;
  }
}

/** A centre's Manage API, asked with its token. */
export type ManageApi = <T>(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, json?: unknown) => Promise<T>;

/** The same, as the answer comes: a file, for instance. Only good ones do. */
export type ManageFiles = (path: string) => Promise<Response>;

export interface ManageOptions {
  /** Base address of the centre's API. */
  readonly url: string | undefined;
  /** `env:NAME`; FOYER_TOKEN without it. */
  readonly token: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws CliError when the options do not say which centre, or not by which token. */
export function openManageApi(options: ManageOptions, env: Environment): ManageApi {
  const ask = openManage(options, env);
  return async <T>(method: string, path: string, json?: unknown) => {
    const answer = await ask(method, path, json);
    const body: unknown = await answer.json().catch(() => undefined);
    if (body !== undefined) return body as T;
    throw new CliError(1, explain(answer.status, body));
  };
}

/** @throws CliError as `openManageApi`. */
export function openManageFiles(options: ManageOptions, env: Environment): ManageFiles {
  const ask = openManage(options, env);
  return (path) => ask('GET', path);
}

function openManage({ url, token = 'env:FOYER_TOKEN' }: ManageOptions, env: Environment) {
  if (!url || !URL.canParse(url)) {
    throw new CliError(
      2,
      '--url must be the address of the centre’s API, such as https://tickets.example/centres/de-brug',
    );
  }
  // On the command line everybody on the machine could read it.
  if (!token.startsWith('env:'))
    throw new CliError(2, 'put the token in an environment variable and say --token env:NAME');
  const secret = env[token.slice(4)];
  if (!secret) throw new CliError(2, `the environment variable ${token.slice(4)} is not set`);
  return async (method: string, path: string, json?: unknown): Promise<Response> => {
    const answer = await fetch(`${url.replace(/\/+$/, '')}/manage${path}`, {
      method,
      redirect: 'error',
      headers: { Authorization: `Bearer ${secret}`, ...(json !== undefined && { 'Content-Type': 'application/json' }) },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    }).catch(() => {
      throw new CliError(1, `${new URL(url).origin} cannot be reached`);
    });
    if (answer.ok) return answer;
    throw new CliError(1, explain(answer.status, await answer.json().catch(() => undefined)));
  };
}

function explain(status: number, body: unknown): string {
  const { error } = (body ?? {}) as Partial<NetworkErrorBody>;
  if (!error) return `the server answered ${status}, not as a centre does`;
  if (error.code === 'not_found' && !error.field)
    return 'not found: no such agreement, or this centre has no manageToken';
  return `${error.message}${error.field ? ` (${error.field})` : ''} [${error.code}]`;
}
