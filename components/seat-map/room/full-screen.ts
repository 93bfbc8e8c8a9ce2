import { css, type LitElement, type ReactiveController } from 'lit';

/**
 * Lets the map fill the screen: by the browser's own full screen where it has one, else (iPhones) in the top layer, over
 * the page. Escape leaves either.
 */
export class FullScreen implements ReactiveController {
  private readonly host: LitElement;
  private readonly title: () => string;
  private end: AbortController | undefined;

  /** @param title What the map is called, for whom cannot see that there is nothing else. */
  constructor(host: LitElement, title: () => string) {
    this.host = host;
    this.title = title;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.settle();
  }

  get isOn(): boolean {
    return this.end !== undefined;
  }

  readonly toggle = async (): Promise<void> => {
    if (this.end) await this.leave();
    else await this.enter();
  };

  private async enter(): Promise<void> {
    const { base } = this;
    if (!base) return;
    this.end = new AbortController();
    const { signal } = this.end;
    base.classList.add('full');
    base.setAttribute('role', 'dialog');
    base.setAttribute('aria-modal', 'true');
    base.setAttribute('aria-label', this.title());
    base.addEventListener('keydown', (event) => this.handleKey(event), { signal });
    document.addEventListener('fullscreenchange', () => !document.fullscreenElement && this.settle(), { signal });
    document.addEventListener('focusin', (event) => this.keepFocus(event), { signal });
    this.host.requestUpdate();
    try {
      await base.requestFullscreen();
    } catch {
      // There is no such thing here, or the page may not use it: the top layer then, and where there is none, over the page.
      base.popover = 'manual';
      base.showPopover?.();
    }
  }

  private async leave(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    this.settle();
  }

  /** The map is part of the page again, however that came. */
  private settle(): void {
    if (!this.end) return;
    this.end.abort();
    this.end = undefined;
    const { base } = this;
    base?.classList.remove('full');
    for (const name of ['role', 'aria-modal', 'aria-label', 'popover']) base?.removeAttribute(name);
    this.host.requestUpdate();
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // A dialog around the map must not close with it.
    event.preventDefault();
    void this.leave();
  }

  /** What lies behind cannot be seen, so the focus must not go there. */
  private keepFocus({ target }: FocusEvent): void {
    if (target !== this.host) this.base?.querySelector<HTMLElement>('button')?.focus();
  }

  private get base(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.base');
  }
}

export const styles = css`
  .base.full {
    position: fixed;
    inset: 0;
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100dvh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: var(--_space-3);
    border: 0;
    overflow: auto;
    background: var(--_surface);
    color: var(--_text);
    z-index: 2147483647;
  }

  .base.full .viewport {
    /* What stands below it is a scroll away: the screen is for the hall. */
    flex: 1 0 max(12em, 68dvh);
  }
`;
