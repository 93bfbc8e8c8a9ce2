import type { LitElement, ReactiveController } from 'lit';
import type { Text } from '../../sdk/contract/text.ts';
import type { tellZonesApart } from '../../sdk/model/colour/zones.ts';
import { languageAt, textIn } from '../internal/language.ts';
import { patiently } from '../internal/patiently.ts';
import type { Frame } from './drawing/frame.ts';
import { type Palette, paletteProperties, readPalette } from './drawing/palette.ts';
import type { Hall } from './hall-model.ts';
import type { Ways } from './ways.ts';

export interface PictureSource {
  hall(): Hall | undefined;
  /** What the visitor points at and wants to see; undefined while that is still on its way. */
  ways(): Ways | undefined;
  /** Where the colours of the zones are set, for all of the element to use. */
  base(): HTMLElement | null;
  /** Draws the hall again. */
  draw(): void;
}

interface Saying {
  /** What it depends on. */
  readonly of: readonly unknown[];
  readonly how: Pick<Frame, 'text' | 'freeText' | 'areaFree'>;
}

/** Puts together what the picture of the hall is made of, in the colours of the moment; has it drawn when that changes. */
export class Picture implements ReactiveController {
  private readonly host: LitElement;
  private readonly source: PictureSource;
  private palette: Palette | undefined;
  private tellApart: typeof tellZonesApart | undefined;
  private drawSigns: Frame['drawSigns'];
  private listening: AbortController | undefined;
  /** What was drawn last. */
  private drawn: readonly unknown[] = [];
  private saying: Saying | undefined;

  constructor(host: LitElement, source: PictureSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const query of ['(forced-colors: active)', '(prefers-color-scheme: dark)']) {
      matchMedia(query).addEventListener('change', this.recolour, { signal });
    }
  }

  hostUpdated(): void {
    const hall = this.source.hall();
    const ways = this.source.ways();
    const drawn = [hall?.scene, hall?.states, hall?.areas, ways?.zones, ways?.fits, languageAt(this.host), !ways];
    if (drawn.some((part, index) => part !== this.drawn[index])) this.source.draw();
    if (drawn[0] !== this.drawn[0]) this.palette = undefined;
    this.drawn = drawn;
    // The list has the colours too, also where no picture is drawn.
    if (hall) this.palette ??= this.readColours(hall);
  }

  hostDisconnected(): void {
    this.listening?.abort();
  }

  /** The page's colours have changed, by whatever means. */
  readonly recolour = (): void => {
    this.palette = undefined;
    this.host.requestUpdate();
    this.source.draw();
  };

  /** The colours of the moment; known when the hall has been shown. */
  get colours(): Palette | undefined {
    return this.palette;
  }

  /** All of a frame but where one looks from. @throws Error when there is no hall yet. */
  frame(): Omit<Frame, 'camera' | 'view' | 'ratio'> {
    const hall = this.source.hall();
    if (!hall) throw new Error('foyer-seat-map: expected a hall before it is drawn');
    this.palette ??= this.readColours(hall);
    const ways = this.source.ways();
    return {
      scene: hall.scene,
      states: hall.states,
      summary: hall.summary,
      palette: this.palette,
      hovered: ways?.pointing.seat ?? -1,
      suggested: ways?.suggested ?? [],
      hoveredArea: ways?.pointing.area ?? -1,
      zones: ways?.zones ?? null,
      fits: ways?.fits ?? null,
      drawSigns: this.drawSigns,
      ...this.say(hall, ways),
    };
  }

  /** What is written in the hall, by the same functions as long as they say the same: then it is not written anew. */
  private say(hall: Hall, ways: Ways | undefined): Saying['how'] {
    const language = languageAt(this.host);
    const { words } = ways ?? {};
    const of = [language, words, hall.scene, hall.areas];
    const before = this.saying;
    const isSame = (at: number) => before?.of[at] === of[at];
    const how = {
      text: before && isSame(0) ? before.how.text : (text: Text) => textIn(language, text),
      freeText: before && isSame(1) ? before.how.freeText : (free: number) => words?.free(free) ?? '',
      areaFree:
        before && isSame(2) && isSame(3)
          ? before.how.areaFree
          : (index: number) => hall.areaFree(hall.scene.plan.areas[index]?.id ?? ''),
    };
    this.saying = { of, how };
    return how;
  }

  /** Canvas, legend and list show zones in the same colours. */
  private readColours({ scene }: Hall): Palette {
    const palette = readPalette(this.host, scene.plan.zones, this.tellApart);
    const style = this.source.base()?.style;
    for (const [name, value] of Object.entries(paletteProperties(palette))) style?.setProperty(name, value);
    if (palette.isOwn && !this.tellApart) void this.learnToTellApart();
    if (palette.zoneSigns.some(Boolean)) {
      // What was rendered just now did not know of them yet.
      void this.host.updateComplete.then(() => this.host.requestUpdate());
      if (!this.drawSigns) void this.learnSigns();
    }
    return palette;
  }

  private async learnSigns(): Promise<void> {
    const { drawZoneSigns } = await patiently(() => import('./drawing/zone-signs.ts'));
    if (this.drawSigns) return;
    this.drawSigns = drawZoneSigns;
    this.recolour();
  }

  private async learnToTellApart(): Promise<void> {
    const { tellZonesApart } = await patiently(() => import('../../sdk/model/colour/zones.ts'));
    this.tellApart = tellZonesApart;
    this.recolour();
  }
}
