import { readFileSync } from 'node:fs';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { drawArtwork } from './artwork.ts';
import { homePage } from './home.ts';
import { layOutPage } from './page.ts';
import { type Embed, performancePage } from './performance.ts';
import { createProgramme } from './programme.ts';
import { SITE_WORDS, type SiteLanguage } from './words.ts';

const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8');
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#1b1f4b"/><circle cx="16" cy="17" r="9" fill="#ffc53d"/></svg>';

/** What the centre's website needs: the address of the ticket server and a way to ask it. */
export interface SiteOptions extends Embed {
  readonly fetch: (url: string) => Response | Promise<Response>;
}

/**
 * The website of the demo's centre: server-rendered pages of its own, on an origin of its own, that know of Foyer only
 * its public API and one script tag. It sets no cookie and forbids itself everything it does not need.
 */
export function createSite(options: SiteOptions): Hono {
  const programme = createProgramme(options.api, options.fetch);
  const site = new Hono();
  site.use(strictly(new URL(options.script).origin));

  site.get('/style.css', (context) => send(context, STYLE, 'text/css; charset=utf-8', 'no-cache'));
  site.get('/icon.svg', (context) => send(context, ICON, 'image/svg+xml', 'public, max-age=86400'));
  site.get('/beeld/:name{[a-z0-9-]{1,80}\\.svg}', (context) => {
    const picture = drawArtwork(context.req.param('name').slice(0, -'.svg'.length));
    return send(context, picture, 'image/svg+xml', 'public, max-age=31536000, immutable');
  });

  for (const language of ['nl', 'en'] as const) {
    const { path } = SITE_WORDS[language];
    site.get(path || '/', async (context) => {
      const [centre, performances] = await Promise.all([programme.centre(), programme.performances()]);
      return context.html(homePage(centre, performances, language));
    });
    site.get(`${path}/voorstelling/:id`, async (context) => {
      const [centre, season, performance] = await Promise.all([
        programme.centre(),
        programme.performances(),
        programme.performance(context.req.param('id')),
      ]);
      if (!performance) return context.notFound();
      return context.html(performancePage(centre, performance, season, language, options));
    });
  }

  site.notFound(async (context) => {
    const language = languageOf(context);
    const body = html`<section class="hero"><h1>${SITE_WORDS[language].notFound}</h1></section>`;
    const centre = await programme.centre();
    return context.html(layOutPage({ language, centre, title: centre.name, path: '/', body }), 404);
  });
  // The ticket server being away is the one thing that can go wrong here, and the visitor can only try again.
  site.onError((_, context) => context.text(SITE_WORDS[languageOf(context)].away, 503, { 'Retry-After': '5' }));
  return site;
}

const languageOf = (context: Context): SiteLanguage => (/^\/en(\/|$)/.test(context.req.path) ? 'en' : 'nl');

function send(context: Context, body: string, type: string, cache: string): Response {
  return context.body(body, 200, { 'Content-Type': type, 'Cache-Control': cache });
}

/** Only our own pages, pictures and styles, and only the ticket server's script, answers and views of the hall. No script may write HTML but Lit. */
function strictly(ticketServer: string): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    `script-src ${ticketServer}`,
    `connect-src ${ticketServer}`,
    "style-src 'self'",
    `img-src 'self' data: ${ticketServer}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  return async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
    context.header('Referrer-Policy', 'no-referrer');
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  };
}
