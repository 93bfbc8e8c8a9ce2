import type { ErrorBody, Waiting, WaitingRequest } from '../../sdk/contract/index.ts';
import type { Mail } from '../../server/adapters/mail/port.ts';
import { offerReturned } from '../../server/features/waiting-list/index.ts';
import { createTestCentre, openTestCart, type TestCart, type TestCentre, type TestCentreOptions } from './centre.ts';
import { workerOf } from './sale.ts';
import { SMALL_HALL_SEATS } from './small-hall.ts';

/** The performance that everybody waits for. */
export const SHOW = 'het-gedacht';

/** A place in line asked for over HTTP. */
export interface Joining {
  readonly status: number;
  readonly body: Partial<Waiting> & Partial<ErrorBody>;
  readonly code: string | undefined;
}

/** A centre of which one performance is sold out, and people who wait for it. */
export interface WaitingCentre extends TestCentre {
  /** Has all places; gives some back by {@link WaitingCentre.giveBack}. */
  readonly holder: TestCart;
  join(email: string, change?: Partial<WaitingRequest>): Promise<Joining>;
  giveBack(...seats: readonly string[]): Promise<void>;
  /** Looks at what came back, as the server does every few seconds, and sends the mails about it. */
  look(): Promise<void>;
  /** Sends the mails. */
  post(): Promise<void>;
  mailsTo(email: string): readonly Mail[];
  /** A cart as the link in somebody's last mail opens it; undefined when they have no such mail. */
  offeredTo(email: string): TestCart | undefined;
  /** Addresses in line or with an offer, in order. */
  line(): Promise<readonly string[]>;
  /** An hour and more goes by for what is held for who waited. */
  offersRunOut(): Promise<void>;
}

export async function openWaitingCentre(options: TestCentreOptions = {}): Promise<WaitingCentre> {
  const centre = await createTestCentre({ maxPlacesPerCart: 200, ...options });
  const worker = workerOf(centre);
  const holder = await openTestCart(centre);
  for (const request of wholeHall()) await holder.hold(request);
  const mailsTo = (email: string) => centre.mails.filter(({ to }) => to === email);
  return {
    ...centre,
    holder,
    mailsTo,
    async join(email, change = {}) {
      const json = { email, places: 2, language: 'nl', ...change };
      const answer = await centre.request(`/performances/${SHOW}/waiting-list`, { json });
      const body = (await answer.json()) as Joining['body'];
      return { status: answer.status, body, code: body.error?.code };
    },
    async giveBack(...seats) {
      const { lines } = await holder.show();
      const given = lines.filter(({ place }) => seats.includes(place.id)).map(({ id }) => id);
      await holder.request('/release', { json: { lines: given } });
    },
    async look() {
      await offerReturned(centre.runtime);
      await worker.run();
    },
    post: () => worker.run(),
    offeredTo(email) {
      const link = /#foyer_cart=([\w-]{36})\.([\w-]+)/.exec(mailsTo(email).at(-1)?.text ?? '');
      return link ? knownCart(centre, link[1] ?? '', link[2] ?? '') : undefined;
    },
    async line() {
      const rows = await centre.db.selectFrom('waiting').select('email').orderBy('number').execute();
      return rows.map(({ email }) => email);
    },
    async offersRunOut() {
      const rows = await centre.db.selectFrom('waiting').select('cart_id').where('cart_id', 'is not', null).execute();
      const carts = rows.flatMap(({ cart_id }) => cart_id ?? []);
      const past = { until: new Date(Date.now() - 1_000) };
      await centre.db.updateTable('claim').set(past).where('cart_id', 'in', carts).execute();
      await centre.db.updateTable('waiting').set({ offered_until: past.until }).where('cart_id', 'in', carts).execute();
    },
    async stop() {
      await worker.stop();
      await centre.stop();
    },
  };
}

/** As many requests as it takes: one may name fifty places. */
const wholeHall = () => [
  { performance: SHOW, seats: SMALL_HALL_SEATS.slice(0, 40).map((seat) => ({ seat })) },
  {
    performance: SHOW,
    seats: SMALL_HALL_SEATS.slice(40).map((seat) => ({ seat })),
    areas: [{ area: 'STAAN', quantity: 20 }],
  },
];

function knownCart(centre: TestCentre, id: string, token: string): TestCart {
  const request: TestCart['request'] = (path, init) => centre.request(`/carts/${id}${path}`, { token, ...init });
  const hold = async () => {
    throw new Error('Who waited has places.');
  };
  return { id, token, request, hold, holdSeats: hold, show: async () => (await request('')).json() };
}
