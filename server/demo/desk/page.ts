import { readFileSync } from 'node:fs';
import { html } from 'hono/html';

/** A piece of HTML in which every value was escaped. */
export type Html = ReturnType<typeof html>;

/** Style of the demo's own pages, served at `/desk.css`. */
export const DESK_STYLE = readFileSync(new URL('./desk.css', import.meta.url), 'utf8');

/** Icon of the same, at `/desk.svg`: a door with light behind it. */
export const DESK_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0c5f68"/><path d="M10 27V7h12v20z" fill="#ffe2a3"/><path d="M10 27V7l8 3v20z" fill="#07343a"/></svg>';

/** Sets a page of the demo itself: the index and the mailbox, which no centre has. */
export function deskPage(page: {
  readonly title: string;
  readonly intro: string;
  readonly body: Html;
  /** Shows the way back to the index. */
  readonly back?: boolean;
}): Html {
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Foyer</title>
<link rel="stylesheet" href="/desk.css">
<link rel="icon" href="/desk.svg" type="image/svg+xml">
</head>
<body>
<main>
${page.back ? html`<p><a href="/">Foyer, demo</a></p>` : ''}
<h1>${page.title}</h1>
<p class="intro">${page.intro}</p>
${page.body}
</main>
</body>
</html>`;
}
