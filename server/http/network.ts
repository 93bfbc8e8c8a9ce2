import { isIPv6 } from 'node:net';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';

/**
 * Finds the network a request came from. Somebody with IPv6 has at least 2^64 addresses, so 56 bits count as one.
 * @param trustedProxies How many proxies of the operator stand before this server; each appends to `X-Forwarded-For`.
 */
export const network = (trustedProxies: number) =>
  createMiddleware<Env>(async function network(context, next) {
    const direct = context.env?.incoming?.socket.remoteAddress ?? '';
    const forwarded = (context.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim());
    const told = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
    context.set('network', networkOf(told || direct));
    await next();
  });

/** An IPv4 address as it is, also when written as IPv6; the first 56 bits of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address.slice(0, 45);
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  const bits = groups.slice(0, 4).map((group) => Number.parseInt(group, 16) || 0);
  return [bits[0], bits[1], bits[2], (bits[3] ?? 0) & 0xff00].map((group) => (group ?? 0).toString(16)).join(':');
}
