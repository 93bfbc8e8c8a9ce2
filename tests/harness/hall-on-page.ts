import type { Locator, Page } from 'playwright-core';
import { middleOf, type Size } from './visitor.ts';

const FREE = /^Rij .*, vrij$/i;

/** Points at a free seat on the plan: a first touch may only come nearer, as seats are too small to choose there. */
export async function chooseByPointer(page: Page, size: Size, count: number): Promise<void> {
  const plan = page.getByRole('group', { name: 'Zaalplan' });
  await plan.scrollIntoViewIfNeeded();
  const chosen = page.getByRole('button', { name: /^Verwijder .*rij/i }).nth(count - 1);
  // Where the hall is still on its way to a part of it, a seat is not yet where it will be.
  await settled(page, plan);
  for (let touch = 0; touch < 4 && !(await chosen.isVisible()); touch += 1) {
    const { x, y } = await middleOf(await firstInView(page, plan));
    await (size === 'phone' ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
    await settled(page, plan);
  }
  await chosen.waitFor();
}

/** The first free seat that lies well inside the part of the plan that is on the screen. */
async function firstInView(page: Page, plan: Locator): Promise<Locator> {
  const box = await plan.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  if (!box) throw new Error('The plan is not on the screen.');
  for (const seat of await page.getByRole('gridcell', { name: FREE }).all()) {
    const { x, y } = await middleOf(seat);
    const isInside = x > box.x + 40 && x < box.x + box.width - 70 && y > box.y + 20 && y < box.y + box.height - 20;
    if (isInside && y > 10 && y < height - 10) return seat;
  }
  throw new Error('No free seat is in view.');
}

/** Waits until the plan looks the same twice and every answer of the server is there. */
async function settled(page: Page, plan: Locator): Promise<void> {
  let before: Buffer = Buffer.of();
  // The seats for keys stay where they are while the hall moves under them, so that only its picture tells.
  for (let now = await plan.screenshot(); !now.equals(before); now = await plan.screenshot()) before = now;
  await page.waitForFunction(() => !document.querySelector('foyer-cart')?.matches(':state(busy)'));
}
