import type { Page, Route } from 'playwright-core';
import { BASE_URL, createFakeApi } from '../../stories/fixtures/fake-api.ts';

/** The centre's API for a page of this origin, answered from memory; its live stream says nothing. */
export async function serveApi(page: Page, origin: string): Promise<void> {
  const api = createFakeApi();
  const allow = { 'access-control-allow-origin': origin, 'access-control-allow-headers': '*' };
  await page.route(`${BASE_URL}/**`, answer);
  await page.route(BASE_URL, answer);

  async function answer(route: Route): Promise<void> {
    const request = route.request();
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: allow });
    if (request.url().includes('/live'))
      return route.fulfill({ contentType: 'text/event-stream', headers: allow, body: ':\n\n' });
    const response = await api.fetch(request.url(), {
      method: request.method(),
      headers: request.headers(),
      signal: new AbortController().signal,
      credentials: 'omit',
      ...(request.postData() === null ? {} : { body: request.postData() ?? '' }),
    });
    await route.fulfill({
      status: response.status,
      headers: allow,
      contentType: 'application/json',
      body: await response.text(),
    });
  }
}
