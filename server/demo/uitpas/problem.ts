const NAMESPACE = 'https://api.publiq.be/probs/';

/** What UiTPAS refuses with: an RFC 7807 document, with a sentence for the visitor where it has one. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly endUserMessage: string | undefined;
  /** Which of the sales in a request. */
  jsonPointer: string | undefined;

  constructor(status: number, type: string, title: string, endUserMessage?: string) {
    super(title);
    this.status = status;
    this.type = `${NAMESPACE}${type}`;
    this.endUserMessage = endUserMessage;
  }

  toResponse(): Response {
    const { status, type, message: title, endUserMessage: nl, jsonPointer } = this;
    const body = { type, title, status, detail: '', ...(jsonPointer && { jsonPointer }) };
    return new Response(JSON.stringify({ ...body, ...(nl && { endUserMessage: { nl } }) }), {
      status,
      headers: { 'Content-Type': 'application/problem+json' },
    });
  }
}

const uitpas = (status: number, type: string, title: string, message?: string) => () =>
  new Problem(status, `uitpas/${type}`, title, message);

/** Statuses and titles as the page of errors has them. */
export const PROBLEMS = {
  expired: uitpas(
    400,
    'social-tariff-expired',
    'Social tariff expired',
    'Je kansenstatuut is vervallen, daarom kan je je UiTPAS momenteel niet gebruiken. Informeer of je dit statuut kan hernieuwen bij het UiTPAS-aankooppunt waar je jouw pas hebt gekocht.',
  ),
  suspended: uitpas(
    400,
    'social-tariff-suspended',
    'Social tariff suspended',
    'Je kansentarief is tijdelijk opgeschort. Neem contact op met je UiTPAS-regio.',
  ),
  maximum: uitpas(
    400,
    'maximum-reached',
    'Maximum reached',
    'Je hebt het maximaal aantal tickets aan kansentarief voor deze activiteit bereikt.',
  ),
  number: uitpas(400, 'invalid-uitpasnumber', 'Invalid uitpas number', 'Het UiTPAS-nummer is ongeldig.'),
  status: uitpas(400, 'invalid-card-status', 'Invalid card status', 'Deze UiTPAS is nog niet geregistreerd.'),
  blocked: uitpas(400, 'card-blocked', 'Card blocked', 'Deze UiTPAS is geblokkeerd.'),
  event: uitpas(404, 'event-not-found', 'Event not found'),
  passholder: uitpas(404, 'passholder-not-found', 'Passholder not found', 'Dit UiTPAS-nummer bestaat niet.'),
  coupon: uitpas(400, 'invalid-coupon', 'Invalid coupon', 'Deze coupon is niet (meer) geldig.'),
  sale: uitpas(404, 'ticket-sale-not-found', 'Ticket sale not found'),
  body: () => new Problem(400, 'body/invalid-data', 'Invalid body data'),
  unauthorized: () => new Problem(401, 'auth/unauthorized', 'Unauthorized'),
  forbidden: () => new Problem(403, 'auth/forbidden', 'Forbidden'),
  unavailable: () => new Problem(503, 'service-unavailable', 'Service unavailable'),
} as const;

export const MESSAGES = {
  region:
    'Je kan dit ticket niet aankopen aan kansentarief. Dit kan verschillende redenen hebben. UiTPAS is ingedeeld in verschillende regio’s en je kan enkel genieten van je kansentarief binnen je UiTPAS-regio.',
  noTariff: 'Je hebt geen kansentarief. Met je UiTPAS spaar je wel punten.',
  limit: (count: number) =>
    `Je hebt geen recht meer op kansentarief voor deze activiteit. Je kan maximaal ${count} ticket per week kopen aan kansentarief voor deze activiteit.`,
} as const;
