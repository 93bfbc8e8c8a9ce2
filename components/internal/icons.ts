import { html, type TemplateResult } from 'lit';

/** A line drawing of 24 by 24. */
export const icon = (path: string): TemplateResult => html`
  <svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path}></path></svg>`;

export const crossIcon = icon('M6 6l12 12M18 6L6 18');
export const checkIcon = icon('M5 12.5l4.5 4.5L19 7.5');
export const clockIcon = icon('M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z');
export const downIcon = icon('M12 5v14M6 13l6 6 6-6');
export const downloadIcon = icon('M12 4v11M7 10.5l5 5 5-5M5 20h14');
export const returnIcon = icon('M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3');
export const warningIcon = icon('M12 4L2.5 20h19L12 4zM12 10v4.5M12 17.2v.1');
export const backIcon = icon('M15 5l-7 7 7 7');
export const onIcon = icon('M9 5l7 7-7 7');
