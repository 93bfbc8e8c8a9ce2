/** Cents of an amount in euros, such as `12.50` or `-2.40`. */
export function cents(euro: string): number {
  const [, sign, whole, part] = /^([-−+]?)(\d+)\.(\d\d)$/.exec(euro.trim()) ?? [];
  if (whole === undefined || part === undefined) throw new Error(`not an amount: ${JSON.stringify(euro)}`);
  const amount = Number(whole) * 100 + Number(part);
  return amount !== 0 && sign !== '' && sign !== '+' ? -amount : amount;
}

/** Words between spaces; none of an empty cell. */
export const words = (text = ''): string[] => text.split(/[\s,]+/).filter(Boolean);

const brussels = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-12-04 20:00` by the clock of Brussels, as an instant with its offset. */
export function instant(local = ''): string {
  const found = ['+01:00', '+02:00']
    .map((offset) => `${local.replace(' ', 'T')}:00${offset}`)
    .find((written) => !Number.isNaN(Date.parse(written)) && brussels.format(Date.parse(written)) === local);
  if (!found) throw new Error(`not a moment: ${JSON.stringify(local)}`);
  return found;
}
