import type { Context } from 'hono';
import type { Env, FoyerApp } from '../../http/env.ts';
import { listPriceTypes } from '../catalogue/store.ts';
import { requireReseller, whileActive } from './access.ts';
import { between, describeAvailability, describeDay } from './availability.ts';
import { registerBookings } from './booking-routes.ts';
import { CAPABILITIES, wantedBy } from './capabilities.ts';
import { OctoError } from './errors.ts';
import { localTime } from './local-time.ts';
import { describeProduct } from './product-view.ts';
import { type Dated, findOption, pricesOf, productsFor } from './programme.ts';
import { availabilitySchema, bodyOf, calendarSchema } from './requests.ts';
import { readVacancies } from './vacancies.ts';

const BASE = '/centres/:centre/octo';

/**
 * The centre's performances for any outside reseller that speaks OCTO 1.0 (https://docs.octo.travel), on the same
 * reservations as for partners. Bearer keys only; see `addReseller`.
 */
export function registerOcto(app: FoyerApp): void {
  app.use(`${BASE}/*`, requireReseller());
  registerOffer(app);
  registerAvailability(app);
  registerBookings(app, BASE);
}

function registerOffer(app: FoyerApp): void {
  app.on('GET', both('/capabilities'), (context) => {
    wantedBy(context);
    return context.json(CAPABILITIES);
  });
  app.on('GET', both('/supplier'), (context) => {
    const { id, name, website, email, address, apiUrl } = context.get('centre').config;
    wantedBy(context);
    return context.json({
      id,
      name,
      endpoint: `${apiUrl}/octo`,
      contact: { website, email, address, telephone: null },
    });
  });
  app.on('GET', both('/products'), whileActive(), async (context) => {
    const { products, describe } = await programmeOf(context);
    return context.json(products.map(describe));
  });
  app.on('GET', both('/products/:id'), whileActive(), async (context) => {
    const id = context.req.param('id') ?? '';
    const { products, describe } = await programmeOf(context);
    const product = products.find((one) => one.id === id);
    if (!product) throw new OctoError('INVALID_PRODUCT_ID', id);
    return context.json(describe(product));
  });
}

function registerAvailability(app: FoyerApp): void {
  app.on('POST', both('/availability'), whileActive(), async (context) => {
    const request = await bodyOf(context, availabilitySchema);
    const { products } = await programmeOf(context);
    const { product, option } = findOption(products, request.productId, request.optionId);
    const local = localTime(context.get('centre').config.timeZone);
    const { localDate, localDateStart, localDateEnd, availabilityIds } = request;
    const isRange = localDateStart !== undefined && localDateEnd !== undefined;
    const ways = [localDate !== undefined, isRange, availabilityIds !== undefined].filter(Boolean).length;
    if (ways !== 1 || (!isRange && (localDateStart ?? localDateEnd) !== undefined))
      throw new OctoError('BAD_REQUEST', WAYS);
    const dates = availabilityIds
      ? product.dates.filter(({ offer }) => availabilityIds.includes(offer.performance.id))
      : between(product.dates, { from: localDateStart ?? localDate ?? '', to: localDateEnd ?? localDate ?? '', local });
    const sold = dates.filter((date) => isSoldIn(date, option.id));
    const about = await availabilityOf(context, sold);
    return context.json(sold.map((date) => describeAvailability(date, option.id, about, request.units)));
  });
  app.on('POST', both('/availability/calendar'), whileActive(), async (context) => {
    const request = await bodyOf(context, calendarSchema);
    const { products } = await programmeOf(context);
    const { product, option } = findOption(products, request.productId, request.optionId);
    const local = localTime(context.get('centre').config.timeZone);
    const dates = between(product.dates, { from: request.localDateStart, to: request.localDateEnd, local });
    const sold = dates.filter((date) => isSoldIn(date, option.id));
    const about = await availabilityOf(context, sold);
    const days = Map.groupBy(sold, ({ offer }) => local.date(offer.performance.starts_at));
    return context.json([...days].map(([day, all]) => describeDay(day, all, option.id, about)));
  });
}

const WAYS = 'Name either localDate, localDateStart and localDateEnd, or availabilityIds.';
/** The specification writes paths with a slash at the end, and most clients without. */
const both = (path: string): string[] => [`${BASE}${path}`, `${BASE}${path}/`];
const isSoldIn = (date: Dated, zone: string): boolean => pricesOf(date).some((price) => price.zone === zone);

async function programmeOf(context: Context<Env>) {
  const centre = context.get('centre');
  const agreement = context.get('agreement');
  const [products, priceTypes] = await Promise.all([productsFor(centre, agreement), listPriceTypes(centre.db)]);
  const about = { config: centre.config, terms: agreement.terms, priceTypes, wanted: wantedBy(context) };
  return { products, describe: (product: (typeof products)[number]) => describeProduct(product, about) };
}

async function availabilityOf(context: Context<Env>, dates: readonly Dated[]) {
  const { config, db } = context.get('centre');
  const agreement = context.get('agreement');
  const offers = dates.map(({ offer }) => offer);
  const vacancies = await readVacancies(db, agreement, offers);
  return { config, terms: agreement.terms, wanted: wantedBy(context), vacancies };
}
