import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Shop } from '../../../sdk/stores/types.ts';
import { adopt } from '../../internal/adopt.ts';
import type { Localize } from '../../internal/localize.ts';
import { patiently } from '../../internal/patiently.ts';
import type { Palette } from '../drawing/palette.ts';
import type { Hall } from '../hall-model.ts';
import { closeIcon, fullIcon } from '../icons.ts';
import type { MapView } from '../map-view.ts';
import type { Names } from '../names.ts';
import { whenIdle } from '../when-idle.ts';
import type { Dialogs } from './dialogs.ts';
import type { FullScreen } from './full-screen.ts';
import type { Minimap } from './minimap.ts';
import type { Print } from './print.ts';

export interface RoomSource {
  readonly localize: Localize;
  readonly map: MapView;
  hall(): Hall | undefined;
  names(): Names | undefined;
  /** Where images of the plan come from; the page itself without it. */
  shop(): Pick<Shop, 'baseUrl' | 'image'> | undefined;
  /** As the hall was drawn in; undefined before it was. */
  colours(): Palette | undefined;
  /** Goes to a section as the chips do. */
  goTo(section: number): void;
}

/** From so much nearer than the whole hall a small map helps to know where one is. */
const NEAR = 1.7;
/** CSS pixels. Narrower views have no room for a second map, nor for buttons over the hall. */
export const ROOMY = 560;

/**
 * What makes a large hall easy to find one's way in: full screen, a small map of all of it, a chooser of its parts, and
 * what one sees from them. Each is fetched when it is needed.
 */
export class Room implements ReactiveController {
  private readonly host: LitElement;
  private readonly source: RoomSource;
  private fullScreen: FullScreen | undefined;
  private minimap: Minimap | 'coming' | undefined;
  private dialogs: Promise<Dialogs> | undefined;
  private open: Dialogs | undefined;
  private print: Print | 'coming' | undefined;

  constructor(host: LitElement, source: RoomSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.source.hall()) return;
    if (this.isNear && !this.minimap) void this.fetchMinimap();
    if (!this.print) this.fetchPrint();
  }

  hostDisconnected(): void {
    if (this.print && this.print !== 'coming') this.print.stop();
    this.print = undefined;
  }

  readonly chooseSection = async (): Promise<void> => {
    (await this.fetchDialogs()).showSections();
  };

  showView = async (section: number): Promise<void> => {
    (await this.fetchDialogs()).showView(section);
  };

  /** The button beside those for zooming. */
  renderFullScreen(): TemplateResult {
    const words = this.source.localize.translation.seatRoom;
    const isOn = this.fullScreen?.isOn;
    const label = isOn ? words.leaveFullScreen : words.fullScreen;
    return html`
      <button type="button" class="screen" aria-label=${label} title=${label} @click=${this.toggleFullScreen}>
        ${isOn ? closeIcon : fullIcon}
      </button>
    `;
  }

  /** Over the map: where one is, and what can be seen from the part that is near. */
  renderOver(section: number): TemplateResult {
    const { map } = this.source;
    const hall = this.source.hall();
    const colours = this.source.colours();
    return html`
      ${map.atFit ? nothing : this.renderViewButton(section, 'chip view')}
      ${hall && colours && this.isNear && typeof this.minimap === 'object' ? this.minimap.render(hall, map, colours) : nothing}
    `;
  }

  /** The camera moved: the small map shows where to. */
  follow(): void {
    const hall = this.source.hall();
    if (hall && typeof this.minimap === 'object') this.minimap.follow(hall.scene, this.source.map);
  }

  /** Opens what one sees from a part of the hall; nothing where the centre shows no view. */
  renderViewButton(section: number, looks: string): TemplateResult | typeof nothing {
    if (!this.source.hall()?.scene.plan.sections[section]?.view) return nothing;
    const name = this.source.names()?.section(section) ?? '';
    return html`
      <button type="button" class=${looks} @click=${() => void this.showView(section)}>
        ${this.source.localize.translation.seatRoom.view(name)}
      </button>
    `;
  }

  renderDialogs(): TemplateResult | typeof nothing {
    return this.open?.render() ?? nothing;
  }

  private readonly toggleFullScreen = async (): Promise<void> => {
    if (!this.fullScreen) {
      const { FullScreen, styles } = await patiently(() => import('./full-screen.ts'));
      adopt(this.host.renderRoot, [styles]);
      this.fullScreen ??= new FullScreen(this.host, () => this.source.localize.translation.seatMap.title);
    }
    await this.fullScreen.toggle();
  };

  private get isNear(): boolean {
    const { map } = this.source;
    return map.view.width >= ROOMY && map.nearness > NEAR;
  }

  private async fetchMinimap(): Promise<void> {
    this.minimap = 'coming';
    const { createMinimap, styles } = await patiently(() => import('./minimap.ts'));
    adopt(this.host.renderRoot, [styles]);
    this.minimap = createMinimap();
    this.host.requestUpdate();
  }

  /** Printing does not wait for code to come, so that is here before. */
  private fetchPrint(): void {
    this.print = 'coming';
    whenIdle(async () => {
      const { startPrint } = await patiently(() => import('./print.ts'));
      if (this.host.isConnected) this.print = startPrint(this.host, this.source);
    });
  }

  private fetchDialogs(): Promise<Dialogs> {
    this.dialogs ??= patiently(() => import('./dialogs.ts')).then(async ({ Dialogs, styles }) => {
      adopt(this.host.renderRoot, styles);
      this.open = new Dialogs(this.host, this.source);
      this.host.requestUpdate();
      await this.host.updateComplete;
      return this.open;
    });
    return this.dialogs;
  }
}
