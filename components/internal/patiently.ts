/** Milliseconds until the next attempt. */
const PAUSE = 5000;

/**
 * Fetches the rest of an element that is on the page already, for as long as it takes: a phone in a tunnel or a server
 * being restarted are no reason to leave a visitor with half of it.
 */
export async function patiently<T>(fetchCode: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetchCode();
    } catch {
      // The page shows what it has until the next attempt.
      await new Promise<void>((resolve) => {
        setTimeout(resolve, PAUSE);
        addEventListener('online', () => resolve(), { once: true });
      });
    }
  }
}
