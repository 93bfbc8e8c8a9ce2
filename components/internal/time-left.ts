import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Timers } from '../../sdk/platform.ts';

/** Moments that people are told about: the start, and two minutes and one minute before the end. */
export type Mark = 'start' | 'two-minutes' | 'one-minute';

/** Below this the display counts in seconds; above, in minutes, because a running clock makes people nervous. */
const CALM_ABOVE = 120_000;
/** The usual length of a hold: after a reload nobody knows how long it was. */
const USUAL = 600_000;
const MARKS: readonly (readonly [Mark, number])[] = [
  ['two-minutes', 120_000],
  ['one-minute', 60_000],
];

interface Options {
  readonly timers: () => Timers;
  /** Milliseconds since epoch; null while nothing is counted. */
  readonly endsAt: () => number | null;
  /** Called once per mark, and again after the end was moved further away. */
  readonly reached: (mark: Mark) => void;
}

/** Counts down to a moment that may be moved, updates its host as often as the display needs, and no oftener. */
export class TimeLeft implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly options: Options;
  private endsAt: number | null = null;
  private longest = 0;
  private ahead: typeof MARKS = [];
  private cancel: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.host = host;
    this.options = options;
    host.addController(this);
  }

  /** Whole seconds left, rounded up; null while nothing is counted. */
  get seconds(): number | null {
    return this.endsAt === null ? null : Math.ceil(this.milliseconds(this.endsAt) / 1000);
  }

  /** How much of the time is left, 0 to 1. */
  get share(): number {
    return this.endsAt === null || this.longest === 0 ? 0 : this.milliseconds(this.endsAt) / this.longest;
  }

  hostUpdate(): void {
    const endsAt = this.options.endsAt();
    if (endsAt === this.endsAt) return;
    const started = this.endsAt === null;
    this.endsAt = endsAt;
    this.cancel?.();
    this.cancel = undefined;
    if (endsAt === null) return;
    const left = this.milliseconds(endsAt);
    this.longest = Math.max(started ? USUAL : this.longest, left);
    this.ahead = MARKS.filter(([, mark]) => left > mark);
    if (started) this.options.reached('start');
    this.schedule(endsAt);
  }

  /** A disconnected element counts nothing; when it is shown again it starts from what is left then. */
  hostDisconnected(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.endsAt = null;
  }

  private milliseconds(endsAt: number): number {
    return Math.max(0, endsAt - this.options.timers().now());
  }

  private schedule(endsAt: number): void {
    const left = this.milliseconds(endsAt);
    if (left === 0) return;
    const step = left > CALM_ABOVE ? 60_000 : 1000;
    this.cancel = this.options.timers().after(left % step || step, () => this.tick(endsAt));
  }

  private tick(endsAt: number): void {
    const left = this.milliseconds(endsAt);
    const passed = this.ahead.filter(([, mark]) => left <= mark);
    this.ahead = this.ahead.filter(([, mark]) => left > mark);
    const last = passed.at(-1);
    // A laptop that slept passes several marks at once; only the last still says something true.
    if (last && left > 0) this.options.reached(last[0]);
    this.host.requestUpdate();
    this.schedule(endsAt);
  }
}
