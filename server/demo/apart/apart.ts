import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Log } from '../../adapters/log.ts';
import type { Mailbox } from '../../adapters/mail/index.ts';
import type { Beginning, Told } from './wire.ts';

/** The centre with a process of its own, as the demo holds it. */
export interface Apart {
  /** Of the process that runs now; undefined while none does. */
  readonly pid: number | undefined;
  /** Resolves when it sells. Does nothing while it runs. @throws Error with the reason when it does not start. */
  start(): Promise<void>;
  /** Lets it finish what it does. */
  stop(): Promise<void>;
  /** Ends it in the middle of whatever it does, as a power cut would. Resolves when it is gone. */
  kill(): Promise<void>;
}

export interface ApartOptions {
  readonly beginning: Beginning;
  readonly mailbox: Mailbox;
  readonly log: Log;
  readonly say: (line: string) => void;
}

const PROGRAM = join(import.meta.dirname, 'main.ts');

/** Makes the way to start the centre apart; it does not run yet. */
export function createApart({ beginning, mailbox, log, say }: ApartOptions): Apart {
  let child: ChildProcess | undefined;
  let starting: Promise<void> | undefined;

  function hear(told: Told): void {
    if (told.kind === 'said') say(told.line);
    if (told.kind === 'warned') log.warn(told.event, told.fields);
    if (told.kind === 'erred') log.error(told.event, told.cause, told.fields);
    if (told.kind !== 'mail') return;
    const sent = mailbox.mailerFrom(told.from).send(told.mail);
    sent.catch((error: unknown) => log.error('mail-not-taken', error));
  }

  function run(): Promise<void> {
    const started = fork(PROGRAM, {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = started;
    started.once('exit', () => {
      if (child === started) child = undefined;
      starting = undefined;
    });
    return new Promise((resolve, reject) => {
      started.on('message', (message) => {
        const told = message as Told;
        hear(told);
        if (told.kind === 'ready') resolve();
        if (told.kind === 'failed') reject(new Error(told.message));
      });
      started.once('error', reject);
      started.once('exit', (code, signal) => reject(new Error(`The centre apart ended: ${signal ?? code}.`)));
      started.send(beginning);
    });
  }

  async function end(how: (running: ChildProcess) => void): Promise<void> {
    const running = child;
    if (!running) return;
    const gone = once(running, 'exit');
    how(running);
    await gone;
  }

  return {
    get pid() {
      return child?.pid;
    },
    start() {
      starting ??= run();
      return starting;
    },
    stop: () => end((running) => running.disconnect()),
    kill: () => end((running) => void running.kill('SIGKILL')),
  };
}
