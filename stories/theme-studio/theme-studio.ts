import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { buttonStyles } from '../../components/styles/button.ts';
import { fieldStyles } from '../../components/styles/field.ts';
import { hostStyles } from '../../components/styles/host.ts';
import { panelStyles } from '../../components/styles/panel.ts';
import { tokens } from '../../components/styles/tokens.ts';
import type { Theme, ThemeColour } from '../../sdk/contract/index.ts';
import { type Mended, resolveTheme, type Scheme, themeProperties } from '../../sdk/model/theme/index.ts';
import { themeStudioStyles } from './theme-studio.styles.ts';

const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const COLOURS = [
  ['accent', 'Accent'],
  ['surface', 'Ground'],
  ['text', 'Text'],
] as const;
const CHOICES = [
  ['shape', 'Corners', ['square', 'soft', 'round']],
  ['space', 'Space', ['tight', 'normal', 'wide']],
  ['motion', 'Motion', ['normal', 'none']],
] as const;
const FAMILIES = ['', 'system-ui', 'serif', 'Georgia', 'Trebuchet MS', 'ui-rounded', 'monospace'] as const;

/**
 * Tries a centre's face on every element at once, says which colours had to be mended to be readable, and gives the file.
 *
 * @tag foyer-theme-studio
 *
 * @slot - What is looked at: any elements.
 */
export class FoyerThemeStudio extends LitElement {
  static override styles = [tokens, hostStyles, panelStyles, fieldStyles, buttonStyles, themeStudioStyles];

  /** Faces to begin with, by name. */
  @property({ attribute: false }) themes: Readonly<Record<string, Theme>> = {};
  @state() private theme: Theme = { accent: '#0c5f68' };

  protected override updated(): void {
    const stage = this.renderRoot.querySelector<HTMLElement>('.stage');
    if (!stage) return;
    stage.removeAttribute('style');
    for (const [name, value] of Object.entries(themeProperties(this.theme))) stage.style.setProperty(name, value);
  }

  private change(part: Partial<Theme>): void {
    this.theme = { ...this.theme, ...part };
  }

  private handleColour(role: (typeof COLOURS)[number][0], scheme: Scheme, colour: string): void {
    const shown = resolveTheme(this.theme);
    const before: ThemeColour = { light: shown.light[role], dark: shown.dark[role] };
    this.change({ [role]: { ...before, [scheme]: colour } });
  }

  private handleFont(use: 'body' | 'heading', family: string): void {
    const { [use]: _, ...others } = this.theme.fonts ?? {};
    this.change({ fonts: family ? { ...others, [use]: [family] } : others });
  }

  private readonly download = (): void => {
    const file = new Blob([`${JSON.stringify(this.theme, null, 2)}\n`], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'theme.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };

  override render(): TemplateResult {
    const { mended } = resolveTheme(this.theme);
    return html`
      <form class="panel" @submit=${(event: Event) => event.preventDefault()}>
        ${this.renderBeginnings()}
        ${COLOURS.map(([role, name]) => this.renderColour(role, name))} ${this.renderFonts()}
        ${CHOICES.map(([key, name, options]) => this.renderChoice(key, name, options))}
        <div aria-live="polite">${mended.length > 0 ? this.renderMended(mended) : html`<p>Every colour can be read as it is.</p>`}</div>
        <button type="button" class="button primary wide" @click=${this.download}>Download theme.json</button>
      </form>
      <div class="stage"><div class="elements"><slot></slot></div></div>
    `;
  }

  private renderBeginnings(): TemplateResult {
    return html`
      <div class="field">
        <label for="begin">Begin with</label>
        <select
          id="begin"
          class="input"
          @change=${({ target }: Event) => {
            const chosen = this.themes[(target as HTMLSelectElement).value];
            if (chosen) this.theme = chosen;
          }}
        >
          <option>Foyer’s own</option>
          ${Object.keys(this.themes).map((name) => html`<option>${name}</option>`)}
        </select>
      </div>
    `;
  }

  private renderColour(role: (typeof COLOURS)[number][0], name: string): TemplateResult {
    const shown = resolveTheme(this.theme);
    return html`
      <fieldset>
        <legend>${name}</legend>
        <div class="pair">
          ${SCHEMES.map(
            (scheme) => html`
              <label>
                ${scheme}
                <input
                  type="color"
                  .value=${live(shown[scheme][role])}
                  @change=${({ target }: Event) => this.handleColour(role, scheme, (target as HTMLInputElement).value)}
                />
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  private renderFonts(): TemplateResult[] {
    return (['heading', 'body'] as const).map(
      (use) => html`
        <div class="field">
          <label for=${use}>${use === 'body' ? 'Font' : 'Font of headings'}</label>
          <select
            id=${use}
            class="input"
            .value=${live(this.theme.fonts?.[use]?.[0] ?? '')}
            @change=${({ target }: Event) => this.handleFont(use, (target as HTMLSelectElement).value)}
          >
            ${[...new Set([...FAMILIES, this.theme.fonts?.[use]?.[0] ?? ''])].map((family) => html`<option value=${family}>${family || 'The page’s'}</option>`)}
          </select>
        </div>
      `,
    );
  }

  private renderChoice(key: (typeof CHOICES)[number][0], name: string, options: readonly string[]): TemplateResult {
    const chosen = this.theme[key] ?? (key === 'shape' ? 'soft' : 'normal');
    return html`
      <div class="field">
        <label for=${key}>${name}</label>
        <select
          id=${key}
          class="input"
          .value=${live(chosen)}
          @change=${({ target }: Event) => this.change({ [key]: (target as HTMLSelectElement).value })}
        >
          ${options.map((option) => html`<option ?selected=${option === chosen}>${option}</option>`)}
        </select>
      </div>
    `;
  }

  private renderMended(mended: readonly Mended[]): TemplateResult {
    return html`
      <p>Mended, so that everybody can read it:</p>
      <ul>
        ${mended.map(
          ({ scheme, role, on, given, used, ratio, needed }) =>
            html`<li>${role} ${given} (${scheme}) has ${ratio.toFixed(1)}:1 on ${on}, ${needed}:1 is needed: ${used}</li>`,
        )}
      </ul>
    `;
  }
}

if (!customElements.get('foyer-theme-studio')) customElements.define('foyer-theme-studio', FoyerThemeStudio);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-theme-studio': FoyerThemeStudio;
  }
}
