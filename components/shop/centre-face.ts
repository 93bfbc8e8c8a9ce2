import type { Centre, ThemeProperties } from '../../sdk/contract/index.ts';

/** Only what elements take, whatever a server may answer. */
const OURS = /^--foyer-theme-[a-z0-9-]+$/;

/**
 * Gives everything inside an element the face of the centre, by custom properties on its `:host`: a page that styles the
 * element, or sets `--foyer-…` of its own, comes before it.
 */
export class CentreFace {
  private readonly sheet = new CSSStyleSheet();
  private worn: ThemeProperties | undefined;

  /** Call it once the element has a shadow root. */
  mount(root: ShadowRoot): void {
    root.adoptedStyleSheets.push(this.sheet);
  }

  /** Puts on a centre's face; without one, takes off the last. */
  wear(centre: Pick<Centre, 'theme'> | undefined): void {
    const theme = centre?.theme;
    if (theme === this.worn) return;
    this.worn = theme;
    this.sheet.replaceSync(':host {}');
    const [rule] = this.sheet.cssRules;
    if (!theme || !(rule instanceof CSSStyleRule)) return;
    for (const [name, value] of Object.entries(theme)) if (OURS.test(name)) rule.style.setProperty(name, value);
  }
}
