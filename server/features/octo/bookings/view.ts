import type { AgreementTerms, Line, Reservation } from '../../../../sdk/contract/index.ts';
import type { OctoItem } from '../../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../../runtime.ts';
import { type AvailabilityContext, describeAvailability } from '../availability.ts';
import type { Wanted } from '../capabilities.ts';
import { pricingOf, sumOf } from '../pricing.ts';
import type { Dated } from '../programme.ts';
import type { ContactRequest } from '../requests.ts';
import type { BookingRow } from './store.ts';

/** What a request said about people, said back in its answer and nowhere kept. */
export interface Said {
  readonly contact?: ContactRequest | null | undefined;
  readonly notes?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly unitItems?: readonly { readonly contact?: ContactRequest | null | undefined }[] | undefined;
}

export interface BookingContext extends Pick<AvailabilityContext, 'vacancies'> {
  readonly runtime: CentreRuntime;
  readonly terms: AgreementTerms;
  readonly wanted: Wanted;
  readonly date: Dated;
  readonly said: Said;
}

const STATUS = {
  held: 'ON_HOLD',
  expired: 'EXPIRED',
  confirmed: 'CONFIRMED',
  cancelled: 'CANCELLED',
  replaced: 'CANCELLED',
} as const;

/** A booking in OCTO's words. */
export function describeBooking(row: BookingRow, reservation: Reservation, context: BookingContext) {
  const { runtime, terms, wanted, date, said } = context;
  const status = STATUS[reservation.state];
  const { performance } = date.offer;
  const pricing = reservation.lines.map((line) => pricingOf(line, terms, performance.vat));
  const availability = { ...context, config: runtime.config };
  return {
    id: row.uuid,
    uuid: row.uuid,
    testMode: runtime.provider.mode === 'test',
    resellerReference: row.reseller_reference,
    supplierReference: row.reference,
    status,
    utcCreatedAt: row.created_at.toISOString(),
    utcUpdatedAt: row.updated_at.toISOString(),
    utcExpiresAt: status === 'EXPIRED' ? (row.expires_at?.toISOString() ?? null) : reservation.expiresAt,
    utcRedeemedAt: null,
    utcConfirmedAt: reservation.confirmedAt,
    productId: row.product_id,
    optionId: row.option_id,
    cancellable: isCancellable(reservation, context),
    cancellation: cancellationOf(row, reservation, said),
    freesale: false,
    availabilityId: row.performance_id,
    availability: describeAvailability(date, row.option_id, availability),
    contact: contactOf(said.contact),
    notes: said.notes ?? null,
    deliveryMethods: ['TICKET'],
    voucher: null,
    unitItems: pairWithLines(row.items, reservation.lines).map(([item, line], index) =>
      describeItem(item, line, reservation, { ...context, contact: said.unitItems?.[index]?.contact }),
    ),
    ...(wanted.pricing && { pricing: sumOf(pricing) }),
  };
}

function isCancellable({ state }: Reservation, { runtime, terms, date }: BookingContext): boolean {
  if (state !== 'confirmed') return state === 'held';
  return terms.refunds === 'until-start' && runtime.clock.now() < date.offer.performance.starts_at;
}

function cancellationOf(row: BookingRow, { state, confirmedAt }: Reservation, { reason }: Said) {
  if (state !== 'cancelled') return null;
  const at = row.cancelled_at ?? row.updated_at;
  return { refund: confirmedAt ? 'FULL' : 'NONE', reason: reason ?? null, utcCancelledAt: at.toISOString() };
}

const contactOf = (said: ContactRequest | null | undefined) => ({
  fullName: said?.fullName ?? null,
  firstName: said?.firstName ?? null,
  lastName: said?.lastName ?? null,
  emailAddress: said?.emailAddress ?? null,
  phoneNumber: said?.phoneNumber ?? null,
  locales: said?.locales ?? [],
  postalCode: said?.postalCode ?? null,
  country: said?.country ?? null,
  notes: said?.notes ?? null,
});

/** Every ticket with the line that is its place. Places of an area are all alike. */
function pairWithLines(items: readonly OctoItem[], lines: readonly Line[]): readonly [OctoItem, Line | undefined][] {
  const left = [...lines];
  return items.map((item) => {
    const at = left.findIndex(({ place, priceType }) => place.id === item.place && priceType === item.unitId);
    return [item, at < 0 ? undefined : left.splice(at, 1)[0]];
  });
}

function describeItem(
  item: OctoItem,
  line: Line | undefined,
  { state, tickets }: Reservation,
  context: BookingContext & { readonly contact: ContactRequest | null | undefined },
) {
  const { terms, wanted, date, contact } = context;
  const ticket = tickets.find((one) => one.line === line?.id);
  const valid = ticket?.state === 'valid' ? [{ deliveryFormat: 'QRCODE', deliveryValue: ticket.code }] : [];
  return {
    uuid: item.uuid,
    resellerReference: item.resellerReference,
    supplierReference: ticket?.id ?? null,
    unitId: item.unitId,
    status: ticket && valid.length === 0 ? 'CANCELLED' : STATUS[state],
    utcRedeemedAt: null,
    contact: contactOf(contact),
    ticket: { redemptionMethod: 'DIGITAL', utcRedeemedAt: null, deliveryOptions: valid },
    ...(wanted.pricing && line && { pricing: pricingOf(line, terms, date.offer.performance.vat) }),
    ...(wanted.seats && line && { seat: line.place }),
  };
}
