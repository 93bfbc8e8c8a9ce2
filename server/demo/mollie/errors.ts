/** A refusal in Mollie's own words, thrown inside the emulator and answered as its error document. */
export class Refusal extends Error {
  readonly status: number;
  readonly field: string | undefined;
  constructor(status: number, detail: string, field?: string) {
    super(detail);
    this.name = 'Refusal';
    this.status = status;
    this.field = field;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Mollie's error document: `{ status, title, detail, field?, _links.documentation }`. */
export const errorDocument = ({ status, message, field }: Refusal) => ({
  status,
  title: TITLES[status] ?? 'Error',
  detail: message,
  ...(field === undefined ? {} : { field }),
  _links: { documentation: { href: 'https://docs.mollie.com/reference/handling-errors', type: 'text/html' } },
});

/** 422 for one field of the request. */
export const invalid = (field: string, detail: string) => new Refusal(422, detail, field);
export const missing = (field: string) => invalid(field, `The '${field}' field is missing`);
export const noPayment = (id: string) => new Refusal(404, `No payment exists with token ${id}.`);
