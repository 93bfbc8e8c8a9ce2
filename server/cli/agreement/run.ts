import { parseArgs } from 'node:util';
import type { Agreement } from '../../../sdk/contract/network/agreement.ts';
import type { Command } from '../command.ts';
import { CliError, type ManageApi, openManageApi } from '../manage-api.ts';
import { describeTerms, TERMS_OPTIONS, type TermsValues } from './terms.ts';

/** What a subcommand gets: the API, the words after its name, and its options. */
export interface Asked {
  readonly api: ManageApi;
  readonly words: readonly string[];
  readonly values: TermsValues & { readonly look?: boolean | undefined };
}

const WHERE = `  --url URL      Address of your centre's API, such as https://tickets.example/centres/de-brug.
  --token env:N  Your centre's manageToken, in the environment variable N; FOYER_TOKEN without it.

  Exit status: 0 done, 1 refused or failed, 2 wrong use.`;

/**
 * A command of the `agreement` family.
 * @param name Its second word.
 * @param usage What comes behind it, and what it does.
 * @param words How many words it must have.
 */
export function agreementCommand(
  name: string,
  usage: string,
  words: number,
  act: (asked: Asked) => Promise<void>,
): Command {
  return {
    usage: `foyer agreement ${name} ${usage}\n\n${WHERE}`,
    async run(args) {
      try {
        await act(read(args, words));
        return 0;
      } catch (error) {
        if (!(error instanceof CliError)) throw error;
        console.error(`foyer agreement ${name}: ${error.message}`);
        return error.status;
      }
    },
  };
}

function read(args: readonly string[], words: number): Asked {
  const options = {
    url: { type: 'string' },
    token: { type: 'string' },
    look: { type: 'boolean' },
    ...TERMS_OPTIONS,
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CliError(2, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const { url, token, ...values } = parsed.values;
  if (parsed.positionals.length !== words) {
    throw new CliError(
      2,
      `it takes ${words === 0 ? 'no words' : `${words} word${words > 1 ? 's' : ''}`} besides its options; see foyer help`,
    );
  }
  return { api: openManageApi({ url, token }, process.env), words: parsed.positionals, values };
}

/** An agreement as a person reads it: a line, and one with its terms. */
export function describeAgreement({ endedBy, id, partner, role, state, terms, version }: Agreement): string {
  const who = partner?.id ?? 'nobody yet';
  const what = role === 'owner' ? `${who} sells for us` : `we sell for ${who}`;
  const how = state === 'ended' ? `ended by the ${endedBy}` : state;
  const keys =
    role === 'owner' && partner ? `\n  keys ${partner.keys.map((key) => key.id).join(', ') || 'all revoked'}` : '';
  return `${id}  ${what}, ${how}, version ${version}\n  ${describeTerms(terms)}${keys}`;
}
