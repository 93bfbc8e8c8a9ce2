import { createHash } from 'node:crypto';
import type { Centre, FirstPaint, Language } from '../../../sdk/contract/index.ts';
import { eventOf, jsonLd } from '../../../sdk/model/event.ts';
import { type Known, toldOf } from '../../../sdk/model/programme/first-paint.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { programme, tellPerformance } from '../catalogue/index.ts';
import { describeCentre } from '../centres/index.ts';
import type { Beginnings } from '../embed/index.ts';
import type { Painter } from './painter.ts';

/** As many as an element asks for at most. */
const MOST = 10_000;

/** What a fragment is made with. */
export interface Tools {
  readonly painter: Painter;
  readonly beginnings: Beginnings;
}

/** What a page puts into an element's tag: its declarative shadow root and, where the page owns it, what crawlers read. */
export async function fragmentOf(
  asked: FirstPaint,
  runtime: CentreRuntime,
  { painter, beginnings }: Tools,
): Promise<string> {
  const { apiUrl } = runtime.config;
  const known = await knownFor(asked, runtime);
  const shown = await painter.paint(asked, apiUrl, known);
  const sheet = sheetOf(asked.element, themeOf(asked, known.centre), painter);
  const styles = `<link rel="stylesheet" href="${apiUrl}/first-paint/${sheet.name}">`;
  const scripts = asked.preload === 'true' ? preloads(asked, apiUrl, beginnings) : '';
  return `<template shadowrootmode="open">${styles}${scripts}${shown}${toldIn(known, apiUrl)}</template>${eventIn(asked, known)}`;
}

/** A browser learns of an element's files one after another; here it learns of all of them with the page. */
function preloads({ element, lang }: FirstPaint, apiUrl: string, beginnings: Beginnings): string {
  const language = lang.slice(0, 2);
  const files = new Set(['shop', element].flatMap((name) => beginnings(name, language)));
  const folder = apiUrl.replace(/\/centres\/[^/]+$/, '');
  return [...files].map((file) => `<link rel="modulepreload" href="${folder}/${file}">`).join('');
}

function toldIn(known: Known, apiUrl: string): string {
  const told = toldOf(known, apiUrl);
  return told ? `<script type="application/json">${jsonLd(told)}</script>` : '';
}

async function knownFor(asked: FirstPaint, runtime: CentreRuntime): Promise<Known> {
  const [centre, performances] = await Promise.all([describeCentre(runtime), programme(runtime, { limit: MOST })]);
  const known = { centre, performances, now: runtime.clock.now().getTime() };
  if (asked.element !== 'performance') return known;
  return { ...known, performance: await performanceIn(performances, asked.performance, runtime) };
}

async function performanceIn(performances: Known['performances'], id: string, runtime: CentreRuntime) {
  try {
    return await tellPerformance(runtime, id);
  } catch (error) {
    const listed = performances.find((one) => one.id === id);
    if (listed && error instanceof FoyerError && error.code === 'partner_unavailable') return listed;
    throw error;
  }
}

function eventIn(asked: FirstPaint, { centre, performance }: Known): string {
  if (asked.element !== 'performance' || asked.canonical === undefined || !performance) return '';
  const language = asked.lang.slice(0, 2) as Language;
  const event = eventOf(performance, { url: asked.canonical, centre, language });
  return event ? `<script type="application/ld+json">${jsonLd(event)}</script>` : '';
}

/** A stylesheet whose name changes with what is in it. */
export interface Sheet {
  readonly name: string;
  readonly css: string;
}

type Face = Partial<Pick<Centre, 'theme'>>;

const themeOf = ({ unthemed }: FirstPaint, { theme }: Face): Face =>
  unthemed === 'true' || theme === undefined ? {} : { theme };

/** The styles of an element's first paint. */
export function sheetOf(element: FirstPaint['element'], face: Face, painter: Painter): Sheet {
  const css = painter.stylesOf(element, face);
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 10);
  return { name: `${element}-${face.theme ? '' : 'unthemed-'}${hash}.css`, css };
}
