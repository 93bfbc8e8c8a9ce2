import type { Subject } from './subjects.ts';

export const HEAD = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>Foyer</title><link rel="icon" href="data:,"><style>body { font: 16px sans-serif } .map { height: 480px }</style>`;
export const FOYER = '<script type="module" src="/foyer.js"></script>';

export interface PageOf {
  /** Address of the centre's API. */
  readonly centre: string;
  readonly performance: string;
  /** The page's main part is as tall as its window, so that its foot begins below that. */
  readonly tall: boolean;
  /** With a template, to put it on the page again and again. */
  readonly often?: boolean;
  /** What a server painted of it. */
  readonly painted?: string | undefined;
}

/** A centre's page with one element on it, between a heading and an address, with the room that the README says. */
export function pageOf(subject: Subject, { centre, performance, tall, often = false, painted = '' }: PageOf): string {
  const html = subject.html(performance).replace('>', () => ` data-subject>${painted}`);
  const lines = [
    tall ? 'main { min-height: 100svh }' : '',
    subject.room ? `foyer-${subject.name}:not(:defined) { display: block; min-height: ${subject.room} }` : '',
  ];
  return `${HEAD}<style>${lines.join(' ')}</style>${FOYER}<body>${often ? `<template>${html}</template>` : ''}
    <main><h1>De Lantaarn</h1><foyer-shop centre="${centre}"><div data-spot>${html}</div></foyer-shop></main>
    <p>Lantaarnplein 1, 9999 Wolvegem</p>`;
}
