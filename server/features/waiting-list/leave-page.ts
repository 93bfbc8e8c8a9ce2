import type { Context } from 'hono';
import { composeLeavePage } from '../../adapters/mail/index.ts';
import { FoyerError } from '../../errors.ts';
import type { Env, FoyerApp } from '../../http/env.ts';
import { describeCentre } from '../centres/index.ts';
import { leaveWaitingList } from './leave.ts';

const PATH = '/centres/:centre/waiting-list/:entry/leave';
/** A page without script that posts to itself; nobody can put it in a frame. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/**
 * The page behind the link in the mail, and what its button does. The link alone changes nothing: mail programs open
 * links to look at them. It is no part of the API for shops: a form has no JSON.
 */
export function registerLeavingWaitingList(app: FoyerApp): void {
  app.get(PATH, (context) => answer(context, false));
  app.post(PATH, async (context) => {
    await leaveWaitingList(context.get('centre'), entryOf(context));
    return answer(context, true);
  });
}

async function answer(context: Context<Env>, hasLeft: boolean): Promise<Response> {
  const centre = context.get('centre');
  const id = entryOf(context);
  const entry = await centre.db.selectFrom('waiting').select('language').where('id', '=', id).executeTakeFirst();
  const language = entry?.language ?? centre.config.language;
  context.header('Content-Security-Policy', POLICY);
  const page = await composeLeavePage({ centre: await describeCentre(centre), language, hasLeft: hasLeft || !entry });
  return context.html(page);
}

/** @throws FoyerError `token_invalid` for any link that we did not write. */
function entryOf(context: Context<Env>): string {
  const entry = context.req.param('entry') ?? '';
  const token = context.req.query('token') ?? '';
  if (!context.get('centre').tokens.verify('waiting', entry, token)) throw new FoyerError('token_invalid');
  return entry;
}
