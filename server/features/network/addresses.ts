import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** Which addresses outside may be asked. */
export interface AddressRules {
  /** Private addresses and plain http too: in a network of the operator's own, in the demo and in tests. */
  readonly allowPrivate: boolean;
}

/** An address that a server must not ask, whoever named it. Nothing was sent. */
export class UnsafeAddress extends Error {
  constructor(url: string | URL, why: string) {
    super(`${String(url).slice(0, 300)} is not asked: ${why}`);
    this.name = 'UnsafeAddress';
  }
}

/**
 * Refuses what no partner's address looks like. A host that is an IP address is judged here; a name when it is resolved.
 * @throws UnsafeAddress
 */
export function checkUrl(text: string, { allowPrivate }: AddressRules): URL {
  if (!URL.canParse(text)) throw new UnsafeAddress(text, 'it is no address.');
  const url = new URL(text);
  const secure = url.protocol === 'https:' || (allowPrivate && url.protocol === 'http:');
  if (!secure) throw new UnsafeAddress(url, 'it is not https.');
  if (url.username !== '' || url.password !== '') throw new UnsafeAddress(url.origin, 'it carries credentials.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !allowPrivate && !isPublic(host)) throw new UnsafeAddress(url, 'it is not public.');
  return url;
}

/** Whether an IP address is one of the public internet: not private, loopback, link-local, multicast, reserved … */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** An address a name stands for, as the system's resolver has it. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds the addresses that a name stands for. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Resolves a name so that a connection can be made to what was judged, not to what the name says a moment later.
 * @throws UnsafeAddress when one of its addresses is not public: a name that mixes them is after something.
 */
export async function resolvePublic(
  hostname: string,
  { allowPrivate }: AddressRules,
  resolve: Resolve,
): Promise<readonly ResolvedAddress[]> {
  const addresses = await resolve(hostname);
  if (addresses.length === 0) throw new UnsafeAddress(hostname, 'it leads nowhere.');
  if (!allowPrivate && !addresses.every(({ address }) => isPublic(address))) {
    throw new UnsafeAddress(hostname, 'it leads to an address that is not public.');
  }
  return addresses;
}
