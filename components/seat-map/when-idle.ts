/** Milliseconds at a time where the browser cannot tell how long nothing else is to be done. */
const SLICE = 8;

/** Does something when nothing else is to be done; `timeLeft` says for how many milliseconds. What it gives takes it back. */
export function whenIdle(act: (timeLeft: () => number) => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback((deadline) => act(() => deadline.timeRemaining()));
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(() => {
    const end = performance.now() + SLICE;
    act(() => end - performance.now());
  }, SLICE);
  return () => clearTimeout(timer);
}
