import { html, type TemplateResult } from 'lit';

const icon = (path: string): TemplateResult => html`
  <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"
    ><path d=${path}></path></svg>`;

export const plusIcon = icon('M12 5v14M5 12h14');
export const minusIcon = icon('M5 12h14');
export const fitIcon = icon(
  'M4 9V5a1 1 0 0 1 1-1h4m6 0h4a1 1 0 0 1 1 1v4m0 6v4a1 1 0 0 1-1 1h-4m-6 0H5a1 1 0 0 1-1-1v-4',
);
export const fullIcon = icon('M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7');
export const closeIcon = icon('M6 6l12 12M18 6L6 18');
