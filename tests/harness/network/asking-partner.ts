import { networkErrorSchema } from '../../../sdk/contract/index.ts';
import type { Reservation, ReservationRequest } from '../../../sdk/contract/network/index.ts';
import type { TestServer } from '../centre.ts';
import { send, type TestPartner } from '../partner.ts';

/** An answer of the protocol between centres: what it is about, or the code it is refused with. */
export interface PartnerReply {
  readonly status: number;
  readonly body: Reservation;
  readonly text: string;
  readonly code: string | undefined;
  readonly field: string | undefined;
}

/** A selling centre's server, with a verb for each thing it asks of the owner. */
export function askingPartner(server: Pick<TestServer, 'request'>, partner: TestPartner) {
  const ask = async (method: string, path: string, json?: unknown): Promise<PartnerReply> => {
    const response = await send(server, partner.sign(`/network/v1${path}`, { method, json }));
    const text = await response.text();
    const body = JSON.parse(text);
    if (response.ok) return { status: response.status, body, text, code: undefined, field: undefined };
    const { code, field } = networkErrorSchema.parse(body).error;
    return { status: response.status, body, text, code, field };
  };
  return {
    ask,
    put: (id: string, request: ReservationRequest) => ask('PUT', `/reservations/${id}`, request),
    read: (id: string) => ask('GET', `/reservations/${id}`),
    extend: (id: string, json: object) => ask('POST', `/reservations/${id}/extend`, json),
    confirm: (id: string, cents: number) =>
      ask('POST', `/reservations/${id}/confirm`, { expectedTotal: { cents, currency: 'EUR' } }),
    cancel: (id: string, reason = 'released') => ask('POST', `/reservations/${id}/cancel`, { reason }),
  };
}
