import type { Known } from '../../sdk/model/programme/first-paint.ts';
import { type Network, webRandomness } from '../../sdk/platform.ts';

/** A network on which everything was answered already, and where no time passes. */
export function networkOf(baseUrl: string, { centre, performances, performance, now }: Known): Network {
  const answerTo = (path: string): unknown => {
    if (path === '') return centre;
    return path.startsWith('/performances/') ? performance : { performances };
  };
  return {
    fetch: async (url) => Response.json(answerTo(url.slice(baseUrl.length))),
    timers: { now: () => now, after: () => () => {} },
    random: webRandomness,
  };
}
