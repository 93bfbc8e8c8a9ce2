import { parseArgs } from 'node:util';
import { FolderInUseError } from '../../adapters/postgres/index.ts';
import { MovingError } from '../../features/moving/index.ts';
import type { Command } from '../command.ts';
import { CliError } from '../manage-api.ts';

const OPTIONS = { config: { type: 'string' }, centre: { type: 'string' }, out: { type: 'string' } } as const;

interface Values {
  readonly config: string | undefined;
  readonly centre: string;
  readonly out: string;
}

interface MovingCommand {
  readonly name: 'export' | 'import';
  readonly usage: string;
  /** Words besides options; without any, --centre and --out are needed. */
  readonly words: 0 | 1;
  run(values: Values, words: readonly string[]): Promise<void>;
}

/** A command that moves a centre: what cannot be is one line, and nothing is half done. */
export function movingCommand({ name, usage, words, run }: MovingCommand): Command {
  return {
    usage: `foyer centre ${name} ${usage}
  --config FILE  The server's configuration; FOYER_CONFIG or foyer.json without it.

  Exit status: 0 done, 1 refused or failed, 2 wrong use.`,
    async run(args) {
      try {
        const { values, positionals } = read(args, words);
        await run(values, positionals);
        return 0;
      } catch (error) {
        console.error(`foyer centre ${name}: ${explain(error)}`);
        return error instanceof CliError ? error.status : 1;
      }
    },
  };
}

function read(args: readonly string[], words: 0 | 1): { values: Values; positionals: readonly string[] } {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true; args: string[] }>>;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new CliError(2, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const { config, centre = '', out = '' } = parsed.values;
  const isComplete = words === 1 || (centre !== '' && out !== '');
  if (parsed.positionals.length !== words || !isComplete) {
    throw new CliError(2, words === 1 ? 'it takes one folder' : 'it takes --centre ID and --out FOLDER');
  }
  return { values: { config, centre, out }, positionals: parsed.positionals };
}

/** A line for what a person can put right; the whole story for what nobody foresaw. */
function explain(error: unknown): string {
  if (error instanceof CliError || error instanceof MovingError || error instanceof FolderInUseError) {
    return error.message;
  }
  if (!(error instanceof Error)) return String(error);
  // The driver's and the system's own complaints: no such file, nobody listens, a wrong password.
  return 'code' in error && error.message ? error.message : (error.stack ?? error.message);
}
