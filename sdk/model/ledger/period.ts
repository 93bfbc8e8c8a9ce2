/** A calendar month in Belgium, such as `2026-11`: what a statement is about. */
export type Period = string;

const month = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit' });

/** The period an entry falls in, by the moment its owner booked it. */
export function periodOf(at: Date): Period {
  const parts = month.formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}`;
}

/** Whether a text names a period. */
export const isPeriod = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
