import { readFileSync } from 'node:fs';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { trimTrailingSlash } from 'hono/trailing-slash';
import type { Language } from '../../../sdk/contract/text.ts';
import { drawArtwork } from './artwork.ts';
import { benefitsPage } from './benefits.ts';
import { calendarPage } from './calendar.ts';
import type { SiteFace } from './face.ts';
import { fontFaces, fontFiles } from './fonts.ts';
import { homePage } from './home.ts';
import { notFoundPage } from './not-found.ts';
import { type Embed, performancePage } from './performance.ts';
import { createProgramme } from './programme.ts';
import { LANGUAGES, SITE_WORDS } from './words.ts';

const BASE = readFileSync(new URL('./base.css', import.meta.url), 'utf8');
const A_DAY = 'public, max-age=86400';

/** What the centre's website needs: the address of the ticket server and a way to ask it. */
export interface SiteOptions extends Embed {
  readonly face: SiteFace;
  /** Origins of the partners' websites, whose pictures it shows. */
  readonly partners: readonly string[];
  readonly fetch: (url: string) => Response | Promise<Response>;
}

/**
 * The website of a demo centre: server-rendered pages of its own, on an origin of its own, that know of Foyer only
 * its public API and one script tag. It sets no cookie and forbids itself everything it does not need.
 */
export function createSite(options: SiteOptions): Hono {
  const { face } = options;
  const programme = createProgramme(options.api, options.fetch);
  const site = new Hono();
  site.use(trimTrailingSlash());
  site.use(strictly(new URL(options.script).origin, options.partners));

  const style = fontFaces(face.fonts) + BASE + face.style;
  site.get('/style.css', (context) => send(context, style, 'text/css; charset=utf-8', 'no-cache'));
  for (const [name, font] of fontFiles(face.fonts)) {
    site.get(`/fonts/${name}`, (context) => send(context, font, 'font/woff2', A_DAY));
  }
  site.get('/icon.svg', (context) => send(context, face.icon, 'image/svg+xml', A_DAY));
  site.get('/beeld/:name{[a-z0-9-]{1,80}\\.svg}', (context) => {
    const picture = drawArtwork(context.req.param('name').slice(0, -'.svg'.length));
    return send(context, picture, 'image/svg+xml', 'public, max-age=31536000, immutable');
  });

  for (const { id: language } of LANGUAGES) {
    const { path } = SITE_WORDS[language];
    site.get(path || '/', async (context) => {
      const tag = { lang: language, link: `${path}/voorstelling/{id}`, query: queryOf(context), ...face.scripted };
      const [centre, performances, firstPaint] = await Promise.all([
        programme.centre(),
        programme.performances(),
        face.scripted ? programme.firstPaint('programme', tag) : html``,
      ]);
      return context.html(homePage(face, centre, performances, language, options, firstPaint));
    });
    site.get(`${path}/kalender`, async (context) => {
      const [centre, performances, firstPaint] = await Promise.all([
        programme.centre(),
        programme.performances(),
        programme.firstPaint('calendar', {
          ...{ lang: language, link: `${path}/voorstelling/{id}` },
          ...{ 'in-address': '', query: queryOf(context) },
        }),
      ]);
      return context.html(calendarPage(face, centre, performances, language, options, firstPaint));
    });
    site.get(`${path}/abonnementen`, async (context) =>
      context.html(benefitsPage(face, await programme.centre(), language, options)),
    );
    site.get(`${path}/voorstelling/:id`, async (context) => {
      const id = context.req.param('id');
      const [centre, season, found] = await Promise.all([
        programme.centre(),
        programme.performances(),
        programme.performance(id),
      ]);
      const performance = found === 'away' ? season.find((listed) => listed.id === id) : found;
      if (!performance) return context.html(notFoundPage(face, centre, season, language, 'performance', options), 404);
      return context.html(performancePage(face, centre, performance, season, language, options));
    });
  }

  site.notFound(async (context) => {
    const [centre, season] = await Promise.all([programme.centre(), programme.performances()]);
    return context.html(notFoundPage(face, centre, season, languageOf(context), 'page', options), 404);
  });
  // The ticket server being away is the one thing that can go wrong here, and the visitor can only try again.
  site.onError((_, context) => context.text(SITE_WORDS[languageOf(context)].away, 503, { 'Retry-After': '5' }));
  return site;
}

/** What a visitor looks for stands in the address: what is painted has to be that. */
const queryOf = (context: Context): string => new URL(context.req.url).search;

const languageOf = (context: Context): Language =>
  LANGUAGES.find(({ id }) => context.req.path.split('/')[1] === id)?.id ?? 'nl';

function send(context: Context, body: string | Uint8Array<ArrayBuffer>, type: string, cache: string): Response {
  return context.body(body, 200, { 'Content-Type': type, 'Cache-Control': cache });
}

/** Only our own pages and styles, our and our partners' pictures, and only the ticket server's script, styles, answers and views of the hall. No script may write HTML but Lit. */
function strictly(ticketServer: string, partners: readonly string[]): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    `script-src ${ticketServer}`,
    `connect-src ${ticketServer}`,
    `style-src 'self' ${ticketServer}`,
    ["img-src 'self' data:", ticketServer, ...partners].join(' '),
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
