import type { Clock } from '../ports.ts';

/** What a log line may say: names, numbers and ids; never personal data, tokens or whole requests. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes what operators need to know. `event` is a stable name in kebab case, such as `database-started`. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** @param cause Its name, message and stack are written, so it must carry no personal data. */
  error(event: string, cause: unknown, fields?: LogFields): void;
}

/** One JSON object a line. */
export function createLog(clock: Clock, write: (line: string) => void = (line) => console.log(line)): Log {
  const line = (level: string, event: string, fields: LogFields) =>
    write(JSON.stringify({ at: clock.now().toISOString(), level, event, ...fields }));
  return {
    info: (event, fields = {}) => line('info', event, fields),
    warn: (event, fields = {}) => line('warn', event, fields),
    error: (event, cause, fields = {}) => line('error', event, { ...fields, ...describe(cause) }),
  };
}

/** Says nothing; for tests and tools. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };

/**
 * The database's `detail` of an error quotes row values, so only message, code and stack are kept; and the message of a
 * constraint names the constraint, not the values.
 */
function describe(cause: unknown): LogFields {
  if (!(cause instanceof Error)) return { cause: typeof cause };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return { cause: cause.name, message: cause.message, code, stack: cause.stack };
}
