import type { Context } from 'hono';
import type { Env, FoyerApp } from '../../http/env.ts';
import { refuseInvalid } from '../../http/validation.ts';
import { whileActive } from './access.ts';
import type { Desk } from './bookings/desk.ts';
import { createBooking } from './bookings/reserve.ts';
import {
  cancelBooking,
  confirmBooking,
  extendBooking,
  findBookings,
  readBooking,
  updateBooking,
} from './bookings/verbs.ts';
import { wantedBy } from './capabilities.ts';
import { OctoError } from './errors.ts';
import {
  bodyOf,
  bookingSchema,
  cancelSchema,
  confirmSchema,
  extendSchema,
  listSchema,
  updateSchema,
} from './requests.ts';

const DEFAULT_MINUTES = 10;

const deskOf = (context: Context<Env>): Desk => ({
  runtime: context.get('centre'),
  agreement: context.get('agreement'),
  wanted: wantedBy(context),
});

/** Who tries things out must not buy places in a hall. @throws OctoError `BAD_REQUEST` */
function refuseTrial(context: Context<Env>): void {
  const isTrial = context.req.header('Octo-Env')?.toLowerCase() === 'test';
  if (isTrial && context.get('centre').provider.mode === 'live') {
    throw new OctoError('BAD_REQUEST', 'This centre sells in earnest: there is no test mode here.');
  }
}

/** Bookings by outside resellers. What was sold stays in order after the agreement ended. */
export function registerBookings(app: FoyerApp, base: string): void {
  const bookings = `${base}/bookings`;
  const booking = `${bookings}/:uuid`;
  const uuidOf = (context: Context<Env>): string => context.req.param('uuid') ?? '';

  app.on('POST', [bookings, `${bookings}/`], whileActive(), async (context) => {
    refuseTrial(context);
    return context.json(await createBooking(deskOf(context), await bodyOf(context, bookingSchema)));
  });
  app.on('GET', [bookings, `${bookings}/`], async (context) => {
    const query = listSchema.safeParse(context.req.query());
    refuseInvalid(query);
    return context.json(await findBookings(deskOf(context), query.data ?? {}));
  });
  app.on('GET', [booking, `${booking}/`], async (context) =>
    context.json(await readBooking(deskOf(context), uuidOf(context))),
  );
  app.on('PATCH', [booking, `${booking}/`], whileActive(), async (context) =>
    context.json(await updateBooking(deskOf(context), uuidOf(context), await bodyOf(context, updateSchema))),
  );
  app.post(`${booking}/confirm`, async (context) =>
    context.json(await confirmBooking(deskOf(context), uuidOf(context), await bodyOf(context, confirmSchema))),
  );
  app.post(`${booking}/extend`, whileActive(), async (context) => {
    const { expirationMinutes = DEFAULT_MINUTES } = await bodyOf(context, extendSchema);
    return context.json(await extendBooking(deskOf(context), uuidOf(context), expirationMinutes));
  });
  app.post(`${booking}/cancel`, async (context) =>
    context.json(await cancelBooking(deskOf(context), uuidOf(context), await bodyOf(context, cancelSchema))),
  );
}
