import { http, type RequestHandler } from 'msw';
import { UITPAS_HOSTS, type UitpasHosts } from '../../adapters/uitpas/hosts.ts';
import type { UitpasStandIn } from './stand-in.ts';

/** Lets msw answer for UiTPAS' test host, or for another, from a stand-in. */
export function uitpasHandlers(
  { fetch }: Pick<UitpasStandIn, 'fetch'>,
  { api, tokens }: UitpasHosts = UITPAS_HOSTS.test,
): RequestHandler[] {
  const answer = ({ request }: { readonly request: Request }) => fetch(request);
  return [http.post(tokens, answer), http.all(`${api}/*`, answer)];
}
