import type { TemplateResult } from 'lit';
import { PaintedElement } from '../internal/painted-element.ts';
import { StoreController } from '../internal/store-controller.ts';

/**
 * What an element shows first, once all is known. On a server it is on no page and nothing updates it; here it is told
 * all that it would be told on a page, and asked once what it shows.
 * @param query Of the address of the page that it is painted for.
 * @param draw Draws what the element shows before it is let go.
 */
export async function paintOnServer(
  element: PaintedElement<object>,
  query: string,
  draw: (shown: TemplateResult) => Promise<string>,
): Promise<string> {
  const stores = Object.values(element).filter((part) => part instanceof StoreController);
  const door = PaintedElement.doorOf(element);
  await door.load();
  Object.defineProperty(element, 'isConnected', { value: true });
  door.begin(query);
  try {
    await new Promise<void>((resolve) => {
      element.requestUpdate = () => door.isKnown() && resolve();
      for (const store of stores) store.hostUpdate();
      element.requestUpdate();
    });
    return await draw(door.show() as TemplateResult);
  } finally {
    element.requestUpdate = () => {};
    for (const store of stores) store.hostDisconnected();
  }
}
