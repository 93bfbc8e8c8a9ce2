/** Moves the whole tab, also out of a page that frames us, because payment pages refuse to be framed. */
export function leavePage(url: string): void {
  window.open(url, '_top');
}

/** Whether a page may be sent to an address: only over the web's own protocols, whatever a server says. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol);
}
