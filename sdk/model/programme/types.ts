import type { Accessibility, Owner, PerformanceSummary } from '../../contract/index.ts';

/** A performance as a programme of one or several centres lists it. */
export interface ProgrammeItem {
  /** As the selling centre names it: its own by their slug, a partner's as `owner.slug`. */
  readonly reference: string;
  /** Who plays it. */
  readonly owner: Owner;
  /** The selling centre plays it itself. */
  readonly isOwn: boolean;
  /** Day it starts by the centre's clock, such as `2026-12-04`. */
  readonly day: string;
  /** IANA name of the zone its times are shown in. */
  readonly timeZone: string;
  readonly performance: PerformanceSummary;
}

/** What a visitor looks for. An empty text leaves everything. */
export interface ProgrammeFilter {
  /**
   * Words that all must be found in title, subtitle, genre, hall or centre, in any language, whatever their accents. A slip
   * is forgiven in five letters or more, two in nine.
   */
  readonly search: string;
  readonly genre: string;
  /** Id of the centre that plays. */
  readonly centre: string;
  /** First day, such as `2026-12-04`. */
  readonly from: string;
  /** Last day, itself included. */
  readonly to: string;
  /** Only what can still be booked. */
  readonly free: boolean;
  /** What somebody needs to follow it. */
  readonly accessibility: Accessibility | '';
  /** ISO 639 code of what is spoken; what has no words to understand is found in every language. */
  readonly language: string;
}
