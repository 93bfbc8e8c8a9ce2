/** A random UUID (version 4) of 128 unguessable bits as hexadecimal text, however they are separated. */
export function uuidOf(key: string): string {
  const digits = key.replaceAll('-', '').padEnd(32, '0').slice(0, 32);
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
  return [...parts, `${variant}${digits.slice(17, 20)}`, digits.slice(20)].join('-');
}
