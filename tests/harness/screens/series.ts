import { CENTRES } from '../../../server/demo/cluster.ts';
import { LANGUAGES } from '../../../server/demo/sites/words.ts';

export const WIDTHS = [360, 768, 1280] as const;
export type Width = (typeof WIDTHS)[number];
export const SCHEMES = ['light', 'dark'] as const;
export const CLUSTER = 'cluster';

/** A page as it is opened once: on it, one view or more is photographed in each scheme. */
export interface Opened {
  readonly site: string;
  readonly width: Width;
  readonly kind: Kind;
  readonly language: string;
}

export type Kind = 'home' | 'performance' | 'calendar' | 'subscriptions';
/** Of a page that sells, also the hall further down. */
export type View = Kind | 'hall';

const KINDS: readonly Kind[] = ['home', 'performance', 'calendar', 'subscriptions'];
const SITES: readonly string[] = [...CENTRES.map(({ profile: { id } }) => id), CLUSTER];

export const viewsOf = (kind: Kind): readonly View[] => (kind === 'performance' ? ['performance', 'hall'] : [kind]);

/** Pages of one site at one width. */
export interface Round {
  readonly site: string;
  readonly width: Width;
  readonly pages: readonly Opened[];
}

/** Every site, width and kind of page, in a language that goes round: so each kind of page is in every language too. */
export const ROUNDS: readonly Round[] = SITES.flatMap((site, one) =>
  WIDTHS.map((width, two) => ({
    ...{ site, width },
    pages: KINDS.filter((kind) => site !== CLUSTER || kind !== 'subscriptions').map((kind, three) => ({
      ...{ site, width, kind },
      language: LANGUAGES[(one + two + three) % LANGUAGES.length]?.id ?? 'nl',
    })),
  })),
);

export const nameOf = ({ site, width, language }: Opened, view: View, scheme: string): string =>
  `${site}-${view}-${width}-${scheme}-${language}`;

export const NAMES: readonly string[] = ROUNDS.flatMap(({ pages }) =>
  pages.flatMap((opened) =>
    viewsOf(opened.kind).flatMap((view) => SCHEMES.map((scheme) => nameOf(opened, view, scheme))),
  ),
);
