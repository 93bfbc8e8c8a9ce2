import { html, raw } from 'hono/html';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { ErrorBody } from '../../../sdk/contract/error.ts';
import type { Performance, PerformanceSummary } from '../../../sdk/contract/performance.ts';
import type { Html } from './page.ts';

/** What the centre's website asks of the ticket server: nothing that any other website could not ask. */
export interface Programme {
  centre(): Promise<Centre>;
  /** What is still to come, in order of time. */
  performances(): Promise<readonly PerformanceSummary[]>;
  /** Null when there is no such performance, and the failure's name when its partner is away. */
  performance(id: string): Promise<Performance | null | 'away'>;
  /** What an element shows before any script runs, to put inside its tag; nothing when it cannot be had. */
  firstPaint(element: 'programme' | 'calendar', tag: Readonly<Record<string, string>>): Promise<Html>;
}

/**
 * Reads a centre's public API.
 * @param api Base address of the centre's API, without trailing slash.
 * @throws Error, by each verb, when the API does not answer as agreed.
 */
export function createProgramme(api: string, fetch: (url: string) => Response | Promise<Response>): Programme {
  const read = async (path: string): Promise<unknown> => {
    const answer = await fetch(api + path);
    if (answer.status === 404) return null;
    if (answer.status === 503 && (await codeOf(answer)) === 'partner_unavailable') return 'away';
    if (!answer.ok) throw new Error(`${api}${path} answered ${answer.status}.`);
    return answer.json();
  };
  return {
    centre: async () => (await read('')) as Centre,
    performances: async () =>
      ((await read('/performances?limit=200')) as { performances: PerformanceSummary[] }).performances,
    performance: async (id) => (await read(`/performances/${encodeURIComponent(id)}`)) as Performance | null | 'away',
    async firstPaint(element, tag) {
      const answer = await fetch(`${api}/first-paint/${element}?${new URLSearchParams(tag)}`);
      return html`${raw(answer.ok ? await answer.text() : '')}`;
    },
  };
}

async function codeOf(answer: Response): Promise<string | undefined> {
  const body = (await answer.json()) as Partial<ErrorBody>;
  return body.error?.code;
}
