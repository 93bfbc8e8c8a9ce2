import { fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../components/seat-map/seat-map.ts';
import type { FoyerSeatMap } from '../../../components/seat-map/seat-map.ts';
import { TONIGHT } from '../../../stories/fixtures/seatings.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, spaced, words } from './element-object.ts';

/** Neighbours nearer to each other than so many CSS pixels cannot be chosen by pointer. */
const CHOOSABLE = 24;

/** The seat map as a visitor uses it: with a pointer, with keys, or as a list. */
export class SeatMapObject extends ElementObject<FoyerSeatMap> {
  /** Puts a map on the page and waits until the hall is drawn, or until `state` when that is meant. */
  static async show({ shop }: Scene, state = ''): Promise<SeatMapObject> {
    const element = await fixture<FoyerSeatMap>(
      html`<foyer-seat-map performance=${TONIGHT} .shop=${shop}></foyer-seat-map>`,
    );
    return SeatMapObject.of(element, state);
  }

  /** The map of a page, once its hall is drawn, or once it is in `state`. */
  static async of(element: FoyerSeatMap, state = ''): Promise<SeatMapObject> {
    const map = new SeatMapObject(element);
    await map.until(() => (state ? map.is(state) : !map.is('loading')), state || 'the hall to be shown');
    // The picture is there before what can be done with it.
    await map.until(() => map.root.querySelector('[part=message], .notice, .waiting') !== null, 'the ways to a seat');
    if (map.root.querySelector('[part=message]')) {
      await map.until(() => map.root.querySelector('[role=grid]') !== null, 'the seats that keys walk through');
    }
    if (map.seats.length > 0) {
      await map.until(() => map.picture?.hidden === false && map.isPlaced, 'the hall to be drawn');
      await map.rest();
    }
    return map;
  }

  /** What happened last, as it is shown. */
  get message(): string {
    return words(this.root.querySelector('[part~=message]'));
  }

  /** What happened last is on the screen, whole. */
  get isMessageInSight(): boolean {
    return isInSight(this.root.querySelector('[part~=message]'));
  }

  /** What has the focus is on the screen, whole. */
  get isFocusInSight(): boolean {
    return isInSight(this.root.activeElement);
  }

  /** The seats that are suggested are on the screen in words, whole. */
  get isSuggestionInSight(): boolean {
    return isInSight(this.root.querySelector('.suggestion strong'));
  }

  /** What is shown about the seat under the pointer or with the focus; empty for none. */
  get tooltip(): string {
    return words(this.root.querySelector('[part=tooltip]'));
  }

  /** What must be known before a special place is chosen; empty when nothing is asked. */
  get question(): string {
    return words(this.root.querySelector('[part=asking]'));
  }

  /** The seats that are suggested, in words; empty for none. */
  get suggestion(): string {
    return words(this.root.querySelector('.suggestion strong'));
  }

  /** Ids of the seats that are suggested. */
  get suggestedSeats(): readonly string[] {
    return [...(this.root.querySelector<HTMLElement>('.suggestion')?.dataset.seats ?? '').split(' ')].filter(Boolean);
  }

  /** What a visitor is advised to change; empty for nothing. */
  get advice(): string {
    return words(this.root.querySelector('[part=advice]'));
  }

  /** How a seat is spoken of: `Rij F, stoel 12, Parterre, € 22, vrij`. */
  spokenName(seat: string): string {
    return (this.seat(seat).getAttribute('aria-label') ?? '').replaceAll(/\s+/g, ' ');
  }

  isChosen(seat: string): boolean {
    return this.seat(seat).getAttribute('aria-selected') === 'true';
  }

  /** Distance of neighbours as they are seen now, in CSS pixels. */
  get pitch(): number {
    return this.seats[0]?.getBoundingClientRect().width ?? 0;
  }

  /** Where a seat is seen, in CSS pixels of the window. */
  placeOf(seat: string): { readonly x: number; readonly y: number } {
    const { x, y, width, height } = this.seat(seat).getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  }

  /** Colour the seat is drawn in, near its rim, where no number or sign is. */
  colourOf(seat: string): string {
    const [red, green, blue] = this.pixelOf(seat);
    return `rgb(${red}, ${green}, ${blue})`;
  }

  /** True for a seat that steps back for others. */
  isFaint(seat: string): boolean {
    return this.pixelOf(seat).join() === this.pixelOf(seat, 0.5, 0.5).join();
  }

  /** Colour a zone has in the legend. */
  colourOfZone(name: string): string {
    return getComputedStyle(this.zone(name).querySelector('path') ?? this.element).color;
  }

  /** What is drawn on the seats of a zone to tell it from others, as the legend shows it; empty for nothing. */
  signOfZone(name: string): string {
    const [, ...signs] = [...this.zone(name).querySelectorAll('path')].map((path) => path.getAttribute('d'));
    return signs.join(' ');
  }

  /** What the legend explains besides zones. */
  get signs(): string[] {
    return [...this.root.querySelectorAll('.signs li')].map(words);
  }

  /** Clicks where a seat is drawn; what comes of it depends on how near one is. */
  async click(seat: string): Promise<void> {
    this.viewport.scrollIntoView({ block: 'center' });
    const { x, y } = this.placeOf(seat);
    // A hand that comes back later, not one that clicks twice in one go.
    await sendMouse({ type: 'move', position: [x + 60, y] });
    await sendMouse({ type: 'click', position: [x, y] });
    await this.rest();
  }

  /** Names of what is walked through by arrows besides the seats. */
  get toolbars(): string[] {
    return [...this.root.querySelectorAll('[role=toolbar]')].map((toolbar) => toolbar.getAttribute('aria-label') ?? '');
  }

  /** The hall is shown as a list. */
  get isList(): boolean {
    return this.root.querySelector('[part=list]') !== null;
  }

  /** Goes over to the list, and waits until it is there. */
  async showList(name = 'Lijst'): Promise<void> {
    await this.press(name);
    await this.until(() => this.isList, 'the list');
  }

  /** Comes near enough and clicks a seat. */
  async pick(seat: string): Promise<void> {
    if (this.pitch < CHOOSABLE) await this.click(seat);
    await this.click(seat);
  }

  async hover(seat: string): Promise<void> {
    this.viewport.scrollIntoView({ block: 'center' });
    const { x, y } = this.placeOf(seat);
    await sendMouse({ type: 'move', position: [x, y] });
    await this.rest();
  }

  /** Drags the hall by so many CSS pixels. */
  async drag(dx: number, dy: number): Promise<void> {
    this.viewport.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = this.viewport.getBoundingClientRect();
    const [startX, startY] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'move', position: [startX, startY] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [startX + Math.round(dx / 2), startY + Math.round(dy / 2)] });
    await sendMouse({ type: 'move', position: [startX + dx, startY + dy] });
    await sendMouse({ type: 'up' });
    await this.rest();
  }

  /** Turns the wheel over the map; false when the page may scroll. */
  async wheel(deltaY: number, ctrlKey = false): Promise<boolean> {
    const { x, y, width, height } = this.viewport.getBoundingClientRect();
    const turn = new WheelEvent('wheel', {
      deltaY,
      ctrlKey,
      clientX: x + width / 2,
      clientY: y + height / 2,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    this.viewport.dispatchEvent(turn);
    await this.rest();
    return turn.defaultPrevented;
  }

  /** Goes into the seats by the Tab key: to the one that takes part in the tab order. */
  async enterSeats(): Promise<void> {
    await sendKeys({ press: 'Shift' });
    this.root.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus();
    await this.rest();
  }

  /** The seats of the part that keys are in. */
  get seats(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[role=gridcell]')];
  }

  /** Whether the seats for keys and screen readers have their boxes, as they do not while the hall moves. */
  get isUnderFinger(): boolean {
    const cells = this.root.querySelector('[role=grid]');
    return cells !== null && !getComputedStyle(cells).contain.includes('paint');
  }

  /** How many places of an area are chosen. */
  get inArea(): string {
    return words(this.root.querySelector('[part=area] output'));
  }

  /** True for a seat that lies within what is seen of the hall. */
  isInView(seat: string): boolean {
    const box = this.viewport.getBoundingClientRect();
    const { x, y } = this.placeOf(seat);
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  }

  /** What the dialog that is open says; empty when none is. */
  get dialog(): string {
    return words(this.root.querySelector('dialog[open]'));
  }

  /** Addresses of the images in the dialog that is open. */
  get pictures(): readonly string[] {
    return [...this.root.querySelectorAll('dialog[open] img')].map((image) => (image as HTMLImageElement).src);
  }

  /** The small map of the whole hall, where there is one. */
  get minimap(): DOMRect | null {
    return this.root.querySelector('[part=minimap]')?.getBoundingClientRect() ?? null;
  }

  /** Clicks in the small map, so far along its width and height. */
  async pressMinimap(along: number, down: number): Promise<void> {
    this.viewport.scrollIntoView({ block: 'center' });
    const { x = 0, y = 0, width = 0, height = 0 } = this.minimap ?? {};
    await sendMouse({ type: 'click', position: [Math.round(x + along * width), Math.round(y + down * height)] });
  }

  /** Clicks so many distances of neighbours to the right of a seat and below it. */
  async clickBeside(seat: string, right: number, below: number): Promise<void> {
    this.viewport.scrollIntoView({ block: 'center' });
    const { x, y } = this.placeOf(seat);
    const position: [number, number] = [Math.round(x + right * this.pitch), Math.round(y + below * this.pitch * 1.8)];
    await sendMouse({ type: 'click', position });
    await this.rest();
  }

  /** The own places as they are on paper. */
  get printed(): string[] {
    return [...this.root.querySelectorAll('.print li')].map((place) => spaced(place.textContent));
  }

  /** CSS pixels that the plan is high on paper. */
  get printedHeight(): number {
    return this.root.querySelector('.print canvas')?.getBoundingClientRect().height ?? 0;
  }

  /** Where the plan's own zero point lies in the view, in CSS pixels. */
  get offset(): { readonly x: number; readonly y: number } {
    const { style } = this.viewport;
    return {
      x: Number.parseFloat(style.getPropertyValue('--_left')),
      y: Number.parseFloat(style.getPropertyValue('--_top')),
    };
  }

  /** CSS pixels from the top to the foot of everything. */
  get height(): number {
    return this.root.querySelector('[part=base]')?.getBoundingClientRect().height ?? 0;
  }

  /** How much of the picture of the hall has no button over it, 0 to 1. */
  get uncovered(): number {
    const { width, height } = this.viewport.getBoundingClientRect();
    const buttons = [...this.viewport.querySelectorAll('button')].map((button) => button.getBoundingClientRect());
    return 1 - buttons.reduce((sum, box) => sum + box.width * box.height, 0) / (width * height);
  }

  /** CSS pixels of the picture of the hall, from top to foot, that are on the screen. */
  get inSight(): number {
    const { top, bottom } = this.viewport.getBoundingClientRect();
    return Math.min(bottom, innerHeight) - Math.max(top, 0);
  }

  /** Waits until hall and page have nothing left to move. */
  override async rest(): Promise<void> {
    let before = '';
    let same = 0;
    await this.until(() => {
      const now = JSON.stringify([this.seats[0]?.getBoundingClientRect(), this.seats.length]);
      same = now === before ? same + 1 : 0;
      before = now;
      return same > 1;
    }, 'the hall to come to rest');
  }

  /** What is drawn near the rim of a seat, or elsewhere beside its middle, in distances of neighbours. */
  private pixelOf(seat: string, right = 0, down = 0.36): Uint8ClampedArray {
    const at = this.placeOf(seat);
    const seats = this.picture;
    const box = this.viewport.getBoundingClientRect();
    const ratio = (seats?.width ?? 0) / this.viewport.clientWidth;
    const x = (at.x + this.pitch * right - box.left - this.viewport.clientLeft) * ratio;
    const y = (at.y + this.pitch * down - box.top - this.viewport.clientTop) * ratio;
    const pixel = seats?.getContext('2d')?.getImageData(Math.round(x), Math.round(y), 1, 1);
    return pixel?.data ?? new Uint8ClampedArray(4);
  }

  private zone(name: string): Element {
    const zones = [...this.root.querySelectorAll('[part=zone]')];
    const found = zones.find((zone) => words(zone.querySelector('.zone-name')) === name);
    if (found) return found;
    throw new Error(`There is no zone “${name}”.`);
  }

  private get viewport(): HTMLElement {
    const viewport = this.root.querySelector<HTMLElement>('[part=viewport]');
    if (!viewport) throw new Error('The map shows its list now.');
    return viewport;
  }

  private get isPlaced(): boolean {
    return this.viewport.style.getPropertyValue('--_scale') !== '';
  }

  private get picture(): HTMLCanvasElement | null {
    return this.root.querySelector('canvas.hall');
  }

  private seat(id: string): HTMLElement {
    const seat = this.seats.find((candidate) => candidate.dataset.seat === id);
    if (seat) return seat;
    throw new Error(`Seat ${id} is not in the part of the hall that keys are in.`);
  }
}

function isInSight(element: Element | null): boolean {
  const { top = -1, bottom = 0 } = element?.getBoundingClientRect() ?? {};
  return top >= 0 && bottom <= innerHeight;
}
