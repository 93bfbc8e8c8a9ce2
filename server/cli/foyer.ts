import type { Command } from './command.ts';

/** Every command by its words, two or one. Loaded when asked for, so that none waits for what only another needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'agreement accept': async () => (await import('./agreement/commands.ts')).accept,
  'agreement change': async () => (await import('./agreement/commands.ts')).change,
  'agreement end': async () => (await import('./agreement/commands.ts')).end,
  'agreement list': async () => (await import('./agreement/commands.ts')).list,
  'agreement offer': async () => (await import('./agreement/commands.ts')).offer,
  'agreement revoke-key': async () => (await import('./agreement/commands.ts')).revokeKey,
  'agreement tell-keys': async () => (await import('./agreement/commands.ts')).tellKeys,
  'centre export': async () => (await import('./centre/export.ts')).command,
  'centre import': async () => (await import('./centre/import.ts')).command,
  'plan check': () => import('./plan-check.ts'),
  'prices check': () => import('./prices/check.ts'),
  'prices import': () => import('./prices/import.ts'),
  'prices put': () => import('./prices/put.ts'),
  'prices schema': () => import('./prices/schema.ts'),
  'prices try': () => import('./prices/try.ts'),
  settlement: () => import('./settlement.ts'),
  'theme check': () => import('./theme-check.ts'),
  'ticket verify': () => import('./ticket-verify.ts'),
};

const find = (name: string) => (Object.hasOwn(commands, name) ? commands[name] : undefined);

async function help(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  return loaded.map(({ usage }) => usage).join('\n\n');
}

async function main(args: readonly string[]): Promise<number> {
  for (const words of [2, 1]) {
    const load = find(args.slice(0, words).join(' '));
    if (load) return (await load()).run(args.slice(words));
  }
  const name = args.slice(0, 2).join(' ');
  if (name === '--help' || name === 'help') {
    console.log(await help());
    return 0;
  }
  console.error(`foyer: ${name ? `there is no command ${JSON.stringify(name)}` : 'which command?'}\n\n${await help()}`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
