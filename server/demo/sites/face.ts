import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { Font } from './fonts.ts';
import type { Listed } from './listing.ts';
import type { Html } from './page.ts';
import type { SiteWords } from './words.ts';

/** What a home page can be made of. */
export interface HomeParts {
  readonly centre: Centre;
  readonly words: SiteWords;
  readonly tagline: string;
  /** What the centre plays itself, by start. */
  readonly own: readonly Listed[];
  /** What its partners play and it sells too, by start. */
  readonly partners: readonly Listed[];
  /** Base address of the centre's API. */
  readonly api: string;
  /** What the element of a `scripted` home page shows before its script runs. */
  readonly firstPaint: Html;
}

/** How a centre's website looks and what only it says: no two centres of the demo look like one product. */
export interface SiteFace {
  /** Short name, as the site says it. */
  readonly brand: string;
  /** Stands before the name at the top of every page. */
  readonly mark: Html;
  readonly icon: string;
  readonly style: string;
  readonly fonts: readonly Font[];
  readonly tagline: Readonly<Record<Language, string>>;
  /** Says at the foot of every page that the centre does not exist. */
  readonly fictional: Readonly<Record<Language, string>>;
  /** Its home page has a `<foyer-programme>`, with these attributes, so it carries the script. */
  readonly scripted?: Readonly<Record<string, string>>;
  readonly home: (parts: HomeParts) => Html;
}
