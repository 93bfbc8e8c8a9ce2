import type { LitElement } from 'lit';

/** So many controls that belong together are walked through by arrows; fewer are a stop of the Tab key each. */
const TOOLBAR = 3;

/**
 * Makes every `.tools` of an element that shows three buttons or more a toolbar, as ARIA's authoring practices have it:
 * one stop of the Tab key, at the button where the visitor was last, from which arrows, Home and End go on. Buttons that
 * are disabled for the moment can be reached. Whatever else stands among them, such as a field, keeps its own keys.
 */
export function walkTools(host: LitElement): void {
  const root = host.renderRoot as ShadowRoot;
  root.addEventListener('focusin', ({ target }) => {
    const tools = toolsAround(target);
    if (tools) settle(tools, target);
  });
  root.addEventListener('keydown', (event) => walk(event as KeyboardEvent));
  host.addController({
    hostUpdated() {
      for (const tools of root.querySelectorAll('.tools')) settle(tools);
    },
  });
}

const toolsAround = (target: EventTarget | null) => (target as Element).closest('.tools');

/** Those that are shown: narrow elements leave some out. */
const buttonsOf = (tools: Element): HTMLElement[] =>
  [...tools.querySelectorAll('button')].filter((button) => getComputedStyle(button).display !== 'none');

/** Buttons come and go; one of those that are there has the tab stop. */
function settle(tools: Element, wanted: EventTarget | null = tools.querySelector('[tabindex="0"]')): void {
  const buttons = buttonsOf(tools);
  const isToolbar = buttons.length >= TOOLBAR;
  const stop = buttons.find((button) => button === wanted) ?? buttons[0];
  tools.setAttribute('role', isToolbar ? 'toolbar' : 'group');
  for (const button of buttons) button.tabIndex = isToolbar && button !== stop ? -1 : 0;
}

function walk(event: KeyboardEvent): void {
  const tools = toolsAround(event.target);
  if (!tools?.matches('[role=toolbar]') || event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = buttonsOf(tools);
  const at = buttons.indexOf(event.target as HTMLElement);
  const on = getComputedStyle(tools).direction === 'rtl' ? -1 : 1;
  const isColumn = tools.matches('[aria-orientation=vertical]');
  const steps: Record<string, number | undefined> = {
    ArrowRight: at + on,
    ArrowLeft: at - on,
    ArrowDown: isColumn ? at + 1 : undefined,
    ArrowUp: isColumn ? at - 1 : undefined,
    Home: 0,
    End: -1,
  };
  const to = steps[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  // After the last comes the first.
  buttons.at(to % buttons.length)?.focus();
}
