import type {
  Cart,
  CartChoices,
  Centre,
  HoldRequest,
  LineChanges,
  NewCart,
  Order,
  OrderAccess,
  OrderRequest,
  Performance,
  PerformanceList,
  PriceList,
  SeatStatus,
  UitpasAnswer,
  UitpasAsk,
  UitpasChoice,
  Waiting,
  WaitingRequest,
} from '../contract/index.ts';
import type { PlanSource } from '../model/seating-plan/source.ts';
import { type Answer, completePlatform, type Network, type Signal } from '../platform.ts';
import type { Result } from '../stores/types.ts';
import { followLive, type LiveListeners, type LiveStream } from './live.ts';
import { type Call, createSend } from './request.ts';

/** A cart or order with the bearer token that unlocks it. */
export interface Access {
  readonly id: string;
  readonly token: string;
}

/** How long a caller waits for an answer. */
export interface Wait {
  /** Gives up when it aborts; the result is then the failure `network`. */
  readonly signal?: Signal | undefined;
}

/** An image as it travels. */
export interface ImageFile {
  /** Media type, such as `image/webp`; empty where the server does not say. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Which performances: from and until an instant (ISO 8601), and at most how many. */
export interface PerformancesQuery extends Wait {
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
}

/** Every verb of a centre's API. None rejects: each gives data or the failure to show. */
export interface Client {
  centre(wait?: Wait): Promise<Result<Centre>>;
  /** All that makes the centre's prices, but for rules that ask for a code. */
  priceList(wait?: Wait): Promise<Result<PriceList>>;
  performances(query?: PerformancesQuery): Promise<Result<PerformanceList>>;
  performance(id: string, wait?: Wait): Promise<Result<Performance>>;
  /** The drawing of a hall as it travels; `layOutPlan` makes places of it. Never changes: keep it. */
  plan(id: string, version: number, wait?: Wait): Promise<Result<PlanSource>>;
  status(performance: string, wait?: Wait): Promise<Result<SeatStatus>>;
  /**
   * An image that a plan names, such as the view from a part of the hall: by a path of the centre's API, or by its whole
   * address. For who cannot show it by that alone: programs without pages, pages that forbid images of other origins.
   */
  image(address: string, wait?: Wait): Promise<Result<ImageFile>>;
  /** Follows the seats of a performance from a cursor of `status`, until closed. */
  live(performance: string, cursor: string | undefined, listeners: LiveListeners): LiveStream;
  /** Takes a place in line for a performance of which too few places are free together. */
  joinWaitingList(performance: string, request: WaitingRequest, wait?: Wait): Promise<Result<Waiting>>;
  createCart(wait?: Wait): Promise<Result<NewCart>>;
  cart(access: Access, wait?: Wait): Promise<Result<Cart>>;
  hold(access: Access, request: HoldRequest, wait?: Wait): Promise<Result<Cart>>;
  setPriceTypes(access: Access, changes: LineChanges, wait?: Wait): Promise<Result<Cart>>;
  release(access: Access, lines: readonly string[], wait?: Wait): Promise<Result<Cart>>;
  extend(access: Access, wait?: Wait): Promise<Result<Cart>>;
  /** Which UiTPAS tariffs a card has for a place. The number is sealed: see `sealNumber`. */
  askUitpas(access: Access, ask: UitpasAsk, wait?: Wait): Promise<Result<UitpasAnswer>>;
  /** Gives places a UiTPAS tariff, or their normal price again. */
  takeTariff(access: Access, choice: UitpasChoice, wait?: Wait): Promise<Result<Cart>>;
  /** Sets all that changes what a cart costs and takes no seat: codes, subscriptions, products, birth years, visits. */
  setChoices(access: Access, choices: CartChoices, wait?: Wait): Promise<Result<Cart>>;
  /** Makes the cart an order, and its payment when there is something to pay. */
  order(access: Access, request: OrderRequest, wait?: Wait): Promise<Result<OrderAccess>>;
  /** Exchanges the code a buyer came back from paying with. */
  orderReturn(code: string, wait?: Wait): Promise<Result<OrderAccess>>;
  readOrder(access: Access, wait?: Wait): Promise<Result<Order>>;
  payAgain(access: Access, wait?: Wait): Promise<Result<Order>>;
  cancelOrder(access: Access, wait?: Wait): Promise<Result<Order>>;
  /** Corrects the address an order's mails go to. */
  changeEmail(access: Access, email: string, wait?: Wait): Promise<Result<Order>>;
  /** Gives vouchers or passes of an order back, by their ids, within their withdrawal days. */
  withdraw(access: Access, entitlements: readonly string[], wait?: Wait): Promise<Result<Order>>;
  ticketsPdf(access: Access, wait?: Wait): Promise<Result<Uint8Array>>;
  /** QR of one ticket as SVG text. */
  ticketQr(access: Access, ticket: string, wait?: Wait): Promise<Result<string>>;
}

/** Which centre to speak with, and through which network: that of the surroundings where nothing is given. */
export interface ClientOptions extends Partial<Network> {
  /** The centre's API, such as `https://tickets.example/centres/de-lantaarn`. */
  readonly baseUrl: string;
}

/** A request that makes or asks a payment waits for the payment provider too. */
const PAYMENT = { deadline: 30_000 };

/** And one that asks UiTPAS waits for UiTPAS, through a partner at times. */
const UITPAS = { deadline: 20_000 };

type Asked = Omit<Call, 'method' | 'path' | 'body'>;

const json = async <T>(answer: Answer): Promise<T> => (await answer.json()) as T;
const text = (answer: Answer) => answer.text();
const bytes = async (answer: Answer) => new Uint8Array(await answer.arrayBuffer());
const imageFile = async (answer: Answer): Promise<ImageFile> => ({
  type: answer.headers.get('content-type') ?? '',
  bytes: await bytes(answer),
});

/**
 * Asks a centre's server, a verb for each question it answers. Stores use it; who keeps state of their own can do without
 * them.
 * @throws TypeError when `baseUrl` is not an http(s) address.
 */
export function createClient({ baseUrl, ...given }: ClientOptions): Client {
  const base = checkedBaseUrl(baseUrl);
  const network = completePlatform(given);
  const send = createSend(base, network);

  const get = <T>(path: string, more?: Asked) => send<T>({ method: 'GET', path, ...more }, json);
  const post = <T>(path: string, body: unknown, more?: Asked) => send<T>({ method: 'POST', path, body, ...more }, json);

  return {
    centre: (wait) => get('', wait),
    priceList: (wait) => get('/price-list', wait),
    performances: ({ signal, ...query } = {}) => get(`/performances${searchOf(query)}`, { signal }),
    performance: (id, wait) => get(at`/performances/${id}`, wait),
    plan: (id, version, wait) => get(at`/plans/${id}/${version}`, wait),
    status: (performance, wait) => get(at`/performances/${performance}/status`, wait),
    image: (address, wait) => {
      const isOfCentre = address.startsWith('/');
      return (isOfCentre ? send : createSend('', network))({ method: 'GET', path: address, ...wait }, imageFile);
    },
    live: (performance, cursor, listeners) =>
      followLive(base + at`/performances/${performance}/live`, cursor, listeners, network),

    joinWaitingList: (performance, request, wait) => post(at`/performances/${performance}/waiting-list`, request, wait),
    createCart: (wait) => post('/carts', {}, wait),
    cart: ({ id, token }, wait) => get(at`/carts/${id}`, { token, ...wait }),
    hold: ({ id, token }, request, wait) => post(at`/carts/${id}/lines`, request, { token, ...wait }),
    setPriceTypes: ({ id, token }, changes, wait) =>
      send<Cart>({ method: 'PATCH', path: at`/carts/${id}/lines`, body: changes, token, ...wait }, json),
    release: ({ id, token }, lines, wait) => post(at`/carts/${id}/release`, { lines }, { token, ...wait }),
    extend: ({ id, token }, wait) => post(at`/carts/${id}/extend`, {}, { token, ...wait }),
    askUitpas: ({ id, token }, ask, wait) => post(at`/carts/${id}/uitpas`, ask, { token, ...UITPAS, ...wait }),
    takeTariff: ({ id, token }, choice, wait) =>
      post(at`/carts/${id}/uitpas/tariff`, choice, { token, ...UITPAS, ...wait }),
    setChoices: ({ id, token }, choices, wait) =>
      send<Cart>({ method: 'PUT', path: at`/carts/${id}/choices`, body: choices, token, ...wait }, json),

    order: ({ id, token }, request, wait) => post(at`/carts/${id}/order`, request, { token, ...PAYMENT, ...wait }),
    orderReturn: (code, wait) => post('/orders/return', { code }, wait),
    readOrder: ({ id, token }, wait) => get(at`/orders/${id}`, { token, ...wait }),
    payAgain: ({ id, token }, wait) => post(at`/orders/${id}/pay`, {}, { token, ...PAYMENT, ...wait }),
    cancelOrder: ({ id, token }, wait) => post(at`/orders/${id}/cancel`, {}, { token, ...PAYMENT, ...wait }),
    changeEmail: ({ id, token }, email, wait) => post(at`/orders/${id}/email`, { email }, { token, ...wait }),
    withdraw: ({ id, token }, entitlements, wait) =>
      post(at`/orders/${id}/withdrawals`, { entitlements }, { token, ...PAYMENT, ...wait }),
    ticketsPdf: ({ id, token }, wait) =>
      send({ method: 'GET', path: at`/orders/${id}/tickets.pdf`, token, ...wait }, bytes),
    ticketQr: ({ id, token }, ticket, wait) =>
      send({ method: 'GET', path: at`/orders/${id}/tickets/${ticket}.svg`, token, ...wait }, text),
  };
}

function checkedBaseUrl(baseUrl: string): string {
  if (!/^https?:\/\/[^/]/.test(baseUrl)) {
    throw new TypeError(`foyer: expected the base URL of a centre's API, got ${JSON.stringify(baseUrl)}`);
  }
  return baseUrl.replace(/\/+$/, '');
}

/** A path in which whatever is filled in stays one segment. */
function at(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return String.raw({ raw: texts }, ...values.map((value) => encodeURIComponent(value)));
}

function searchOf(query: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
