import { type CSSResult, html, type LitElement, type TemplateResult } from 'lit';
import { fieldStyles } from '../../styles/field.ts';
import { laterStyles } from '../later.styles.ts';
import { dialogStyles } from './dialogs.styles.ts';
import type { RoomSource } from './room.ts';
import { renderSections } from './sections.ts';
import { renderView } from './view.ts';

export const styles: readonly CSSResult[] = [fieldStyles, laterStyles, dialogStyles];

type Shown = { readonly what: 'sections' } | { readonly what: 'view'; readonly section: number };

/** What opens over the page for a moment: the parts of the hall to choose from, and the view from one of them. */
export class Dialogs {
  private readonly host: LitElement;
  private readonly source: RoomSource;
  private shown: Shown | null = null;
  private search = '';

  constructor(host: LitElement, source: RoomSource) {
    this.host = host;
    this.source = source;
  }

  showSections(): void {
    this.search = '';
    void this.show({ what: 'sections' });
  }

  showView(section: number): void {
    void this.show({ what: 'view', section });
  }

  render(): TemplateResult {
    const words = this.source.localize.translation.seatRoom;
    const { title, body } = this.content();
    return html`
      <dialog
        class="room"
        part="dialog"
        aria-labelledby="room-title"
        data-panel
        @close=${() => this.closed()}
        @click=${(event: Event) => event.target === event.currentTarget && this.close()}
      >
        <div class="sheet">
          <header>
            <h2 id="room-title">${title}</h2>
            <button type="button" class="button" @click=${() => this.close()}>${words.close}</button>
          </header>
          ${body}
        </div>
      </dialog>
    `;
  }

  private content(): { readonly title: string; readonly body: unknown } {
    const { localize } = this.source;
    const shop = this.source.shop();
    const words = localize.translation.seatRoom;
    const hall = this.source.hall();
    const names = this.source.names();
    if (!hall || !names || !this.shown) return { title: '', body: '' };
    if (this.shown.what === 'view') {
      const { section } = this.shown;
      const view = hall.scene.plan.sections[section]?.view;
      return {
        title: words.viewFrom(names.section(section)),
        body:
          view &&
          renderView({ view, text: localize.text(view.text), words, baseUrl: shop?.baseUrl, read: shop?.image }),
      };
    }
    const choose = (section: number) => {
      this.close();
      this.source.goTo(section);
    };
    const find = (search: string) => {
      this.search = search;
      this.host.requestUpdate();
    };
    return {
      title: words.sections,
      body: renderSections({ hall, names, localize, search: this.search, find, choose }),
    };
  }

  private async show(shown: Shown): Promise<void> {
    this.shown = shown;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.dialog?.showModal();
  }

  private close(): void {
    this.dialog?.close();
  }

  private closed(): void {
    this.shown = null;
    this.host.requestUpdate();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector<HTMLDialogElement>('dialog.room');
  }
}
