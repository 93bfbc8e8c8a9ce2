import type { Told } from '../../sdk/contract/first-paint.ts';
import { completePlatform, type Network } from '../../sdk/platform.ts';

/** What a server told an element beside what it painted; undefined where it did not, or it cannot be read. */
export function toldIn(painted: readonly Node[]): Told | undefined {
  const block = painted.find((node) => node instanceof HTMLScriptElement && node.type === 'application/json');
  try {
    return block ? JSON.parse(block.textContent ?? '') : undefined;
  } catch {
    // Cut off or rewritten on its way: the element asks for itself.
    return undefined;
  }
}

/** A network on which some is answered already, for as long as `told` gives it. */
export function networkTold(told: () => Told | undefined, network: Partial<Network> = {}): Partial<Network> {
  const { fetch } = completePlatform(network);
  return {
    ...network,
    async fetch(url, options) {
      const { of = '', answers = {} } = told() ?? {};
      const answer = url.startsWith(of) ? answers[url.slice(of.length)] : undefined;
      return answer ? new Response(JSON.stringify(answer)) : fetch(url, options);
    },
  };
}
