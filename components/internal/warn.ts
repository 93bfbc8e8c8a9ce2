const said = new Set<string>();

/** Tells the page's author, once per code and element, what to change. Never for visitors; never for what is their doing. */
export function warn(code: string, element: string, text: string): void {
  const key = `${code} ${element}`;
  if (said.has(key)) return;
  said.add(key);
  // biome-ignore lint/suspicious/noConsole: this is the one place from which a page's author is told something
  console.warn(`${element}: ${text} [foyer:${code}]`);
}
