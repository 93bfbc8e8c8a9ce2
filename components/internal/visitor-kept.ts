type Field = HTMLInputElement | HTMLSelectElement;

/** By what a link, a field or a day is found again in what takes its place. */
const MARKS = ['id', 'href', 'aria-describedby', 'data-day'];

/** What there is to press besides links, which lead on by themselves. */
const PRESSABLE = 'button, [data-day]';
/** Marks what was pressed; the loader, which must be small, writes it too. */
const PRESSED = 'data-pressed';

/** Keeps a press on what was painted, for when there is somebody to answer it. */
export function keepPress({ target }: Event): void {
  if (target instanceof Element) target.setAttribute(PRESSED, '');
}

/**
 * Where a visitor is in what was painted, and what they filled in and pressed there.
 * @returns Brings them to the same place in what was drawn instead, and fills in the same, as if they did.
 */
export function keepVisitor(painted: readonly Node[], focused: Element | null | undefined): (root: ParentNode) => void {
  const presses = painted.flatMap((node) => (node instanceof Element ? pressesIn(node) : []));
  const fields = painted.flatMap((node) => (node instanceof Element ? fieldsIn(node) : [])).filter(isTouched);
  const mark = MARKS.find((name) => focused?.hasAttribute(name));
  const place = focused && mark && `${focused.localName}[${mark}="${CSS.escape(focused.getAttribute(mark) ?? '')}"]`;
  const caret = focused instanceof HTMLInputElement ? focused.selectionStart : null;
  const end = focused instanceof HTMLInputElement ? focused.selectionEnd : null;
  return (root) => {
    for (const field of fields) fillIn(root, field);
    for (const press of presses) press(root);
    const again = place ? root.querySelector<HTMLElement>(place) : null;
    again?.focus({ preventScroll: true });
    // Only what holds text has a caret.
    if (again instanceof HTMLInputElement && caret !== null) again.setSelectionRange(caret, end);
  };
}

/** Where something was pressed, what is drawn at the same place now is pressed, if it still says the same. */
function pressesIn(painted: Element): ((root: ParentNode) => void)[] {
  return [...painted.querySelectorAll<HTMLElement>(PRESSABLE)].flatMap((button, at) => {
    if (!button.matches(`[${PRESSED}], :has([${PRESSED}])`)) return [];
    return (root: ParentNode) => {
      const now = root.querySelectorAll<HTMLElement>(PRESSABLE)[at];
      if (now?.textContent.trim() === button.textContent.trim()) now.click();
    };
  });
}

const fieldsIn = (painted: Element): Field[] => [...painted.querySelectorAll<Field>('input, select')];

const isBox = (field: HTMLInputElement): boolean => field.type === 'checkbox';

/** Whether there is something else in it than the server painted. */
function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return ![...field.selectedOptions].some((one) => one.defaultSelected);
  return isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function fillIn(root: ParentNode, painted: Field): void {
  const field = root.querySelector<Field>(`#${CSS.escape(painted.id)}`);
  if (!field) return;
  field.value = painted.value;
  if (field instanceof HTMLInputElement && painted instanceof HTMLInputElement) field.checked = painted.checked;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}
