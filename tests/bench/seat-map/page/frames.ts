/**
 * The clock of the bench. Frames follow each other without a pause (the browser runs without a frame-rate limit), so
 * nobody has to wait for the next one, and the time between two of them is what one of them costs.
 */
const waiting: ((at: number) => void)[] = [];
let inFrame = false;

const after = new MessageChannel();
after.port1.onmessage = () => {
  inFrame = false;
};

// A browser that has nothing new to show takes its time for the next frame: a dot on a layer of its own always moves.
const dot = document.createElement('div');
dot.id = 'dot';
document.body.append(dot);
let moved = 0;

function tick(): void {
  inFrame = true;
  moved = 1 - moved;
  dot.style.setProperty('transform', `translateX(${moved}px)`);
  // A message is a task of its own: it comes when this frame, with its layout and painting, is over.
  after.port2.postMessage(0);
  const now = performance.now();
  for (const resolve of waiting.splice(0)) resolve(now);
  requestAnimationFrame(tick);
}
requestAnimationFrame(tick);

const nextFrame = () => new Promise<number>((resolve) => waiting.push(resolve));

const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });

/** Lets frames pass. */
export async function pass(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while ((await nextFrame()) < end);
}

/** The moment at which what is drawn now has been shown: the frame after the one that it belongs to begins. */
export async function shown(): Promise<number> {
  if (!inFrame) await nextFrame();
  return nextFrame();
}

/** Milliseconds from an act to the frame after the one that shows what it drew. */
export async function presented(act: () => void | Promise<void>): Promise<number> {
  await nextFrame();
  await nextTask();
  const began = performance.now();
  await act();
  return (await shown()) - began;
}

/** Milliseconds of every frame while `step` is done once in each; ends early when time is up. */
export async function timed(step: (index: number) => void, most: number, budget: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + budget;
  let last = await nextFrame();
  for (let index = 0; index < most && (last < end || times.length < 3); index += 1) {
    step(index);
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  // The first one shows what was there before.
  return times.slice(1);
}

const DRAWING = ['fill', 'fillRect', 'stroke', 'drawImage', 'putImageData', 'fillText'] as const;

/** Comes true as soon as something is drawn on a canvas that is in the page. */
export function nextDrawing(): Promise<void> {
  const prototype = CanvasRenderingContext2D.prototype;
  const original = Object.fromEntries(DRAWING.map((name) => [name, prototype[name]]));
  return new Promise((resolve) => {
    for (const name of DRAWING) {
      const draw = prototype[name] as (...values: unknown[]) => void;
      const watched = function (this: CanvasRenderingContext2D, ...values: unknown[]) {
        draw.apply(this, values);
        if (!this.canvas.isConnected) return;
        Object.assign(prototype, original);
        resolve();
      };
      Object.assign(prototype, { [name]: watched });
    }
  });
}
