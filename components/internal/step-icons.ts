import { html, type TemplateResult } from 'lit';

/** Apart from the other icons, because a seat map's first picture needs these and not those. */
const icon = (path: string): TemplateResult => html`
  <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"
    ><path d=${path}></path></svg>`;

export const plusIcon = icon('M12 5v14M5 12h14');
export const minusIcon = icon('M5 12h14');
