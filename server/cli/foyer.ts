import type { Command } from './command.ts';

/** Every command by its two words. Loaded when asked for, so that none waits for what only another needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'agreement accept': async () => (await import('./agreement/commands.ts')).accept,
  'agreement change': async () => (await import('./agreement/commands.ts')).change,
  'agreement end': async () => (await import('./agreement/commands.ts')).end,
  'agreement list': async () => (await import('./agreement/commands.ts')).list,
  'agreement offer': async () => (await import('./agreement/commands.ts')).offer,
  'agreement revoke-key': async () => (await import('./agreement/commands.ts')).revokeKey,
  'plan check': () => import('./plan-check.ts'),
  'ticket verify': () => import('./ticket-verify.ts'),
};

async function help(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  return loaded.map(({ usage }) => usage).join('\n\n');
}

async function main(args: readonly string[]): Promise<number> {
  const name = args.slice(0, 2).join(' ');
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load()).run(args.slice(2));
  if (name === '--help' || name === 'help') {
    console.log(await help());
    return 0;
  }
  console.error(`foyer: ${name ? `there is no command ${JSON.stringify(name)}` : 'which command?'}\n\n${await help()}`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
