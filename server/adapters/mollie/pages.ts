import { ProviderError } from '../../features/payments/provider.ts';

/** How many Mollie gives at once, at most. */
export const PAGE = 250;
const MOST_PAGES = 20;

/** A page of a list as the client gives it. */
export interface Page<T> extends ReadonlyArray<T> {
  readonly nextPage?: (() => Promise<Page<T>>) | undefined;
}

/**
 * Goes through a list page by page, each fetched by `call`.
 * @throws ProviderError, outcome `unknown`, beyond 5,000 items: to say "there is none" without having looked at all of
 * them would be a lie somebody pays for.
 */
export async function* itemsOf<T>(
  first: () => Promise<Page<T>>,
  call: (page: () => Promise<Page<T>>) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let next: (() => Promise<Page<T>>) | undefined = first;
  for (let pages = 0; next; pages += 1) {
    if (pages === MOST_PAGES) throw new ProviderError('unknown', 'failed', 'The list is too long to look through.');
    const page: Page<T> = await call(next);
    yield* page;
    next = page.nextPage;
  }
}
