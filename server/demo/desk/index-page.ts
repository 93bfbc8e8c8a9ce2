import { html } from 'hono/html';
import { deskPage, type Html } from './page.ts';

/** Where everything of the demo is, as `GET /demo.json` tells it. */
export interface DemoAddresses {
  readonly centres: readonly {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly api: string;
    /** It runs in a process and on a database of its own. */
    readonly apart: boolean;
  }[];
  /** The site of all centres together. */
  readonly cluster: string;
  readonly mailbox: string;
  readonly payments: string;
}

interface Link {
  readonly href: string;
  readonly name: string;
  readonly what: string;
  /** Address of the site's own icon. */
  readonly icon?: string;
}

/** The page that links everything the demo runs. */
export function indexPage(addresses: DemoAddresses, options: { readonly storybook: boolean }): Html {
  const cluster = {
    href: addresses.cluster,
    icon: iconOf(addresses.cluster),
    name: 'De site van de cluster',
    what: 'Het programma van alle drie samen, zonder server of databank. Begin hier: twee plaatsen in elk huis, één betaling.',
  };
  const sites = addresses.centres.map(({ name, url, apart }) => ({
    href: url,
    icon: iconOf(url),
    name,
    what: apart
      ? 'Een eigen website, in een eigen proces met een eigen databank: dit huis kan uitvallen terwijl de andere verkopen.'
      : 'De eigen website van het centrum, op een eigen adres, met de shop erin. Het eigen programma eerst, dan dat van de buren.',
  }));
  const rest: Link[] = [
    { href: addresses.mailbox, name: 'Mailbox', what: 'Hier komen de tickets aan. Er vertrekt geen enkele mail echt.' },
    { href: addresses.payments, name: 'Betaalpagina', what: 'De nagebootste betaalomgeving. Er verhuist geen geld.' },
  ];
  const technical: Link[] = [
    { href: '/openapi.json', name: 'API', what: 'OpenAPI 3.1 van alles wat de server kan.' },
    ...addresses.centres.map(({ name, api }) => ({
      href: api,
      name: `${name} in de API`,
      what: 'Met de publieke sleutel waarmee zijn tickets te controleren zijn.',
    })),
    { href: '/health', name: 'Gezondheid', what: 'Of het proces leeft; /ready zegt of het ook kan werken.' },
    { href: '/demo.json', name: 'demo.json', what: 'Deze lijst, voor programma’s.' },
    ...(options.storybook ? [{ href: '/storybook/', name: 'Storybook', what: 'Elk element in elke toestand.' }] : []),
  ];
  return deskPage({
    title: 'Foyer',
    intro: 'Drie cultuurcentra die elkaars plaatsen verkopen en zichzelf blijven. Alles hier draait op deze machine.',
    body: html`${linkList([cluster, ...sites])}${linkList(rest)}<h2>Voor wie bouwt</h2>${linkList(technical)}`,
  });
}

const iconOf = (site: string): string => new URL('/icon.svg', site).href;

const linkList = (links: readonly Link[]) =>
  html`<ul class="links">${links.map(({ href, name, what, icon }) => html`<li><a href="${href}">${icon ? html`<img src="${icon}" alt="" width="40" height="40">` : ''}<strong>${name}</strong><span>${what}</span></a></li>`)}</ul>`;
