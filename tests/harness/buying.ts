import type { Page } from 'playwright-core';

/** Takes the two best places of the performance whose page is open; `places` are in the cart then. */
export async function takeTwo(page: Page, places = 2): Promise<void> {
  await page.getByRole('button', { name: 'Beste plaatsen' }).click();
  await page.getByRole('button', { name: 'Zoek plaatsen' }).click();
  await page.getByRole('button', { name: 'Neem deze 2 plaatsen' }).click();
  await page
    .getByRole('button', { name: /^Verwijder/ })
    .nth(places - 1)
    .waitFor();
}

/** Orders what is in the cart and pays it by Bancontact. */
export async function pay(page: Page, done = 'Uw tickets zijn klaar'): Promise<void> {
  await page.getByLabel('E-mailadres').fill('an.peeters@voorbeeld.example');
  await page.getByRole('button', { name: /^Bestel en betaal/ }).click();
  await page.getByRole('button', { name: 'Bancontact' }).click();
  await page.getByRole('radio', { name: 'Betaald' }).check();
  await page.locator('button.button').click();
  await page.getByRole('heading', { name: done }).waitFor();
}
