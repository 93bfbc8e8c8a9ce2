import { type LitElement, nothing, type TemplateResult } from 'lit';
import { SeatState } from '../../sdk/model/scene/index.ts';
import { adopt } from '../internal/adopt.ts';
import { patiently } from '../internal/patiently.ts';
import type { AdviceSource, Adviser } from './advice/advice.ts';
import type { Best, BestSource } from './best/best.ts';
import type { Hall } from './hall-model.ts';
import { nowOf } from './hall-now.ts';

export interface HelpSource extends BestSource, AdviceSource {}

/** What we do for a visitor beyond showing the hall: good seats for who asks, and advice. Each is fetched when needed. */
export class Help {
  /** The visitor wants good seats to be found. */
  isFinding = false;
  private readonly host: LitElement;
  private readonly source: HelpSource;
  private best: Promise<Best> | undefined;
  private shown: Best | null = null;
  private adviser: Promise<Adviser> | undefined;
  private advising: Adviser | undefined;

  constructor(host: LitElement, source: HelpSource) {
    this.host = host;
    this.source = source;
  }

  /** Opens what finds good seats, or closes it. */
  readonly toggleFinding = async (): Promise<void> => {
    this.isFinding = !this.isFinding;
    this.shown?.close();
    const best = this.isFinding ? await this.fetchBest() : null;
    // Who pressed twice meanwhile wants it closed.
    this.shown = this.isFinding ? best : null;
    this.host.requestUpdate();
  };

  /** Closes what finds good seats, if it is open. */
  stopFinding(): void {
    if (this.isFinding) void this.toggleFinding();
  }

  /** The hall changed around the visitor. `lost` is a seat they had their eye on, and somebody else took; -1 for none. */
  hallChanged(hall: Hall, lost: number): void {
    this.shown?.hallChanged(hall);
    if (lost >= 0) void this.fetchAdviser().then((adviser) => adviser.lost(lost));
    else if (this.adviser || hall.states.includes(SeatState.mine)) void this.look(hall);
  }

  /** The hall is another one: what was found in the one before means nothing here. */
  forget(): void {
    this.shown?.forget();
    this.advising?.forget();
  }

  /** Seats to ring while one is pointed at. */
  ringed(pointed: number): readonly number[] {
    return this.shown?.ringed(pointed) ?? [];
  }

  /** 1 for each seat where the party that is pointed for fits; null when seats are chosen one by one. */
  fits(hall: Hall): Uint8Array | null {
    return this.shown?.party?.fits(hall) ?? null;
  }

  /** Takes as many seats around a free one as the visitor points for; false when they are chosen one by one. */
  take(hall: Hall, seat: number): boolean {
    if (!this.shown?.party || hall.states[seat] !== SeatState.free) return false;
    this.shown.takeAround(hall, seat);
    return true;
  }

  renderBest(): TemplateResult | typeof nothing {
    return this.shown?.render() ?? nothing;
  }

  renderAdvice(): TemplateResult | typeof nothing {
    return this.advising?.render() ?? nothing;
  }

  private fetchBest(): Promise<Best> {
    this.best ??= patiently(() => import('./best/index.ts')).then(async ({ Best, styles, seatBestWords }) => {
      await seatBestWords.load(this.source.localize.language);
      adopt(this.host.renderRoot, styles);
      return new Best(this.host, this.source);
    });
    return this.best;
  }

  /** Most choices are fine as they are: advice comes with the first that is not. */
  private async look(hall: Hall): Promise<void> {
    if (!this.adviser) {
      const { strandedBy } = await patiently(() => import('../../sdk/model/seat-rules/single-seat.ts'));
      if (strandedBy(nowOf(hall)).length === 0) return;
    }
    await (await this.fetchAdviser()).look();
  }

  private fetchAdviser(): Promise<Adviser> {
    this.adviser ??= patiently(() => import('./advice/advice.ts')).then(({ Adviser }) => {
      this.advising = new Adviser(this.host, this.source);
      return this.advising;
    });
    return this.adviser;
  }
}
