import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  amongSeats,
  between,
  type Camera,
  type CameraLimits,
  CLOSEST_PITCH,
  COMFORTABLE_PITCH,
  cameraFor,
  panBy,
  restrain,
  reveal,
  type Scene,
  type View,
  zoomAt,
} from '../../sdk/model/scene/index.ts';
import type { Bounds, Point, SeatingPlan } from '../../sdk/model/seating-plan/types.ts';
import { patiently } from '../internal/patiently.ts';
import { type Canvases, createCanvases } from './drawing/canvases.ts';
import type { Frame } from './drawing/frame.ts';
import { createHallPainter } from './drawing/hall-painter.ts';
import { createStretch, type Stretch } from './stretch.ts';
import { whenIdle } from './when-idle.ts';

/** What the view asks of the element around it. */
export interface ViewSource {
  /** The box the hall is drawn in, once it is there. */
  viewport(): HTMLElement | null;
  scene(): Scene | undefined;
  /** What is to be seen, without where one looks from. */
  frame(camera: Camera, view: View, ratio: number): Frame;
  /** The camera moved: what lies over the canvas moves along. In the same animation frame as the drawing. */
  cameraMoved(camera: Camera, view: View): void;
  /** The camera has come to rest somewhere else. */
  cameraRested(): void;
}

const MARGIN = 28;
const FLIGHT = 420;
/** Milliseconds of rest after which a stretched picture is painted anew. */
const REST = 100;
/** Phones have more pixels than eyes can use; a third of them costs more than half of the time. */
const FINEST_TOUCH_RATIO = 2;

/** Looks at the hall: size, camera, flights, and one drawing per animation frame at most. */
export class MapView implements ReactiveController {
  camera: Camera | null = null;
  view: View = { width: 0, height: 0 };
  private readonly host: ReactiveControllerHost;
  private readonly source: ViewSource;
  private readonly hall = createHallPainter();
  private canvases: Canvases | undefined;
  private painted: HTMLElement | null = null;
  private observer: ResizeObserver | undefined;
  private screen: AbortController | undefined;
  private scheduled = 0;
  private stretch: Stretch | undefined;
  private stopIdle: (() => void) | undefined;
  private crisp: ReturnType<typeof setTimeout> | undefined;
  private wanted: 'all' | 'overlay' | null = null;
  private flight: { from: Camera; to: Camera; start: number | null } | null = null;
  private fitted = true;
  private shown: Camera | null = null;
  private restedAt: Camera | null = null;
  private presented: SeatingPlan | undefined;
  private seen: Scene | undefined;
  private ratio = 1;
  private rested = false;
  /** The canvas got another size, and is empty. */
  private emptied = false;

  constructor(host: ReactiveControllerHost, source: ViewSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostUpdated(): void {
    const viewport = this.source.viewport();
    const scene = this.source.scene();
    if (viewport !== this.painted) {
      this.detach();
      if (viewport) this.attach(viewport);
    }
    if (scene === this.seen) return;
    this.seen = scene;
    this.camera = null;
    this.flight = null;
    this.fitted = true;
    if (scene) this.refit();
  }

  hostDisconnected(): void {
    this.detach();
  }

  /**
   * Paints at once when the view has another size, for who has just updated: it is seen in the very frame in which it
   * was laid out, the first picture too, and no frame is empty.
   */
  fill(): void {
    if (!this.emptied || !this.camera || !this.source.scene()) return;
    this.emptied = false;
    cancelAnimationFrame(this.scheduled);
    this.wanted = 'all';
    this.paint(performance.now());
  }

  /** True once the first picture of this hall is on the screen: what nobody sees need not come before. */
  get isPresented(): boolean {
    return this.presented !== undefined && this.presented === this.source.scene()?.plan;
  }

  /** Width : height of what is seen; 1 until it is known. */
  get aspect(): number {
    return this.view.height > 0 ? this.view.width / this.view.height : 1;
  }

  /** True when the whole hall is in view and there is no further out to go. */
  get atFit(): boolean {
    return !this.camera || this.camera.scale <= this.limits.minScale * 1.01;
  }

  /** How much larger all is seen than with the whole hall in view; 1 when it is. */
  get nearness(): number {
    return (this.camera?.scale ?? 0) / this.limits.minScale;
  }

  get atClosest(): boolean {
    return this.camera !== null && this.camera.scale >= this.limits.maxScale * 0.99;
  }

  /** Distance of two neighbours as they are seen now, in CSS pixels. */
  get pitch(): number {
    return (this.source.scene()?.pitch ?? 0) * (this.camera?.scale ?? 0);
  }

  /** Draws again in the next animation frame; `overlay` when only what follows the pointer has changed. */
  draw(what: 'all' | 'overlay' = 'all'): void {
    if (this.wanted !== 'all') this.wanted = what;
    this.scheduled ||= requestAnimationFrame((now) => this.paint(now));
  }

  pan(dx: number, dy: number): void {
    if (this.camera) this.moveTo(panBy(this.camera, dx, dy));
  }

  zoom(factor: number, at: Point): void {
    if (this.camera) this.moveTo(zoomAt(this.camera, this.view, at, factor, this.limits));
  }

  /** Zooms around a point, or, as buttons and keys do, around the middle: then nearer means nearer to seats. */
  zoomStep(factor: number, at?: Point): void {
    const from = this.flight?.to ?? this.camera;
    const scene = this.source.scene();
    if (!from || !scene) return;
    const middle = { x: this.view.width / 2, y: this.view.height / 2 };
    const to = zoomAt(from, this.view, at ?? middle, factor, this.limits);
    this.flyTo(at || factor < 1 ? to : amongSeats(to, this.view, scene));
  }

  fitHall(): void {
    const scene = this.source.scene();
    if (scene) this.flyTo(this.fitOf(scene.bounds));
  }

  fitBox(box: Bounds): void {
    this.flyTo(this.fitOf(box));
  }

  /** Brings a point to the middle; at once, for who drags, or in a flight. */
  lookAt(at: Point, how: 'now' | 'flying'): void {
    if (!this.camera) return;
    const to = { ...at, scale: this.camera.scale };
    if (how === 'now') this.moveTo(to);
    else this.flyTo(to);
  }

  /** Comes so near to a point that seats can be chosen there. */
  approach(at: Point): void {
    const pitch = this.source.scene()?.pitch ?? 1;
    const scale = Math.max(COMFORTABLE_PITCH / pitch, this.camera?.scale ?? 0);
    this.flyTo({ ...at, scale });
  }

  /** Moves no further than needed to see a point well. */
  reveal(at: Point): void {
    const from = this.flight?.to ?? this.camera;
    if (!from) return;
    const margin = Math.min(64, this.view.width / 4, this.view.height / 4);
    const to = reveal(from, this.view, at, margin);
    if (to !== from) this.flyTo(to);
  }

  private attach(viewport: HTMLElement): void {
    this.painted = viewport;
    this.screen = new AbortController();
    const surface = viewport.querySelector<HTMLElement>('[part~="canvas"]') ?? viewport;
    this.canvases = createCanvases(surface, this.hall, this.lost);
    this.stretch = createStretch(surface, this.hall);
    this.view = { width: 0, height: 0 };
    // Calls at once when it begins to observe, after layout and before the frame is shown.
    this.observer = new ResizeObserver(() => this.measure(viewport));
    this.observer.observe(viewport);
    void patiently(() => import('./drawing/words.ts')).then(({ createWords }) => {
      this.hall.teach(createWords);
      this.draw();
    });
  }

  private detach(): void {
    this.observer?.disconnect();
    this.screen?.abort();
    cancelAnimationFrame(this.scheduled);
    this.stopIdle?.();
    clearTimeout(this.crisp);
    this.stretch?.remove();
    this.scheduled = 0;
    this.canvases?.remove();
    this.canvases = undefined;
    this.painted = null;
  }

  private measure(viewport: HTMLElement): void {
    const view = { width: viewport.clientWidth, height: viewport.clientHeight };
    const coarse = matchMedia('(pointer: coarse)').matches;
    const ratio = coarse ? Math.min(devicePixelRatio, FINEST_TOUCH_RATIO) : devicePixelRatio;
    const isSame = view.width === this.view.width && view.height === this.view.height && ratio === this.ratio;
    if (isSame) return;
    // A window that moves to a finer screen keeps its size; nothing but this tells us.
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => this.measure(viewport), {
      once: true,
      signal: this.screen?.signal,
    });
    this.view = view;
    this.ratio = ratio;
    this.canvases?.resize(view, ratio);
    this.emptied = true;
    // How the floors stand depends on the shape of the view.
    this.host.requestUpdate();
    if (this.fitted || !this.camera) this.refit();
    else this.moveTo(this.camera);
  }

  private refit(): void {
    const scene = this.source.scene();
    if (!scene || this.view.width === 0 || this.view.height === 0) return;
    this.flight = null;
    this.camera = this.fitOf(scene.bounds);
    this.fitted = true;
    this.settle();
  }

  private get limits(): CameraLimits {
    const scene = this.source.scene();
    if (!scene) return { bounds: { x: 0, y: 0, width: 1, height: 1 }, minScale: 1, maxScale: 1 };
    const maxScale = CLOSEST_PITCH / scene.pitch;
    return {
      bounds: scene.bounds,
      minScale: Math.min(maxScale, cameraFor(scene.bounds, this.view, MARGIN).scale),
      maxScale,
    };
  }

  private fitOf(box: Bounds): Camera {
    return restrain(cameraFor(box, this.view, MARGIN), this.view, this.limits, MARGIN);
  }

  private moveTo(camera: Camera): void {
    this.flight = null;
    this.camera = restrain(camera, this.view, this.limits, MARGIN);
    this.settle();
  }

  private flyTo(camera: Camera): void {
    const to = restrain(camera, this.view, this.limits, MARGIN);
    if (!this.camera || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.moveTo(to);
      return;
    }
    this.flight = { from: this.camera, to, start: null };
    this.draw();
  }

  private settle(): void {
    this.fitted = this.atFit;
    this.draw();
  }

  private paint(now: number): void {
    this.scheduled = 0;
    const what = this.wanted ?? 'all';
    this.wanted = null;
    this.step(now);
    this.show(what);
    if (this.camera !== this.shown) {
      this.shown = this.camera;
      // Whether the camera rests is known only when a frame comes in which it did not move.
      this.draw('overlay');
    } else if (this.camera !== this.restedAt) {
      this.restedAt = this.camera;
      this.presented = this.source.scene()?.plan;
      this.source.cameraRested();
    }
  }

  private show(what: 'all' | 'overlay'): void {
    if (!this.camera || !this.source.scene() || this.view.width === 0) return;
    const frame = this.source.frame(this.camera, this.view, this.ratio);
    if (what === 'all') {
      this.stopIdle?.();
      this.showHall(frame);
      // Work ahead begins only when this picture has been shown: it must not come in between.
      this.draw('overlay');
      return;
    }
    if (this.crisp === undefined) this.canvases?.paint(frame, what);
    this.prepare(frame);
  }

  /** Paints, or stretches what is painted until the camera has rested for a moment. */
  private showHall(frame: Frame): void {
    clearTimeout(this.crisp);
    this.crisp = undefined;
    const hasRested = this.rested;
    this.rested = false;
    if (!hasRested && this.stretch?.show(frame)) {
      this.crisp = setTimeout(() => {
        this.rested = true;
        this.draw();
      }, REST);
    } else {
      this.canvases?.paint(frame, 'all');
      this.stretch?.painted(frame);
    }
    if (frame.camera !== this.shown) this.source.cameraMoved(frame.camera, frame.view);
  }

  /** Draws ahead what the next frames will need, in moments in which nothing else is to be done. */
  private prepare(frame: Frame): void {
    this.stopIdle?.();
    this.stopIdle = whenIdle((timeLeft) => {
      if (this.scheduled || this.crisp !== undefined) return;
      const outcome = this.hall.prepare(frame, timeLeft);
      if (outcome === 'again') this.prepare(frame);
      if (outcome === 'better') this.draw();
      if (outcome === 'done') this.stretch?.prepare(frame);
    });
  }

  /** The browser took the canvas away, and gave it back empty. */
  private readonly lost = (): void => {
    this.hall.forget();
    this.draw();
  };

  /** One step of the flight, if there is one. */
  private step(now: number): void {
    if (!this.flight) return;
    this.flight.start ??= now;
    const { from, to, start } = this.flight;
    const progress = Math.min(1, (now - start) / FLIGHT);
    this.camera = between(from, to, 1 - (1 - progress) ** 3);
    this.fitted = this.atFit;
    if (progress === 1) this.flight = null;
    else this.draw();
  }
}
