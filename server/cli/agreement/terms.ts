import { readFileSync } from 'node:fs';
import type { AgreementTerms } from '../../../sdk/contract/network/agreement.ts';
import { CliError } from '../manage-api.ts';

/** Options that say terms, for `parseArgs`. */
export const TERMS_OPTIONS = {
  terms: { type: 'string' },
  performances: { type: 'string' },
  tags: { type: 'string' },
  'price-types': { type: 'string' },
  channels: { type: 'string' },
  quota: { type: 'string' },
  commission: { type: 'string' },
  'starts-after': { type: 'string' },
  'ends-before': { type: 'string' },
} as const;

export const TERMS_USAGE = `  TERMS  --terms FILE            a JSON file with any of the terms, as the API has them
         --performances ID,ID    --tags TAG,TAG        --price-types ID,ID
         --channels web,counter,kiosk                  --quota PLACES or live
         --commission 7.5%+50    of the price, and cents a ticket
         --starts-after HOURS    --ends-before HOURS`;

export type TermsValues = { readonly [Name in keyof typeof TERMS_OPTIONS]?: string | undefined };

/**
 * The terms that the options say, on top of those there are.
 * @throws CliError for what cannot be read; what it means is judged by the server.
 */
export function readTerms(values: TermsValues, before: Partial<AgreementTerms> = {}): object {
  const file = values.terms === undefined ? {} : readTermsFile(values.terms);
  const selection = {
    ...before.performances,
    ...(values.performances !== undefined && { ids: list(values.performances) }),
    ...(values.tags !== undefined && { tags: list(values.tags) }),
  };
  return {
    ...before,
    performances: selection,
    ...(values['price-types'] !== undefined && { priceTypes: list(values['price-types']) }),
    ...(values.channels !== undefined && { channels: list(values.channels) }),
    ...(values.quota !== undefined && { stock: stock(values.quota) }),
    ...(values.commission !== undefined && { commission: commission(values.commission) }),
    ...saleOf(values, before),
    ...file,
  };
}

/** The terms in one line. */
export function describeTerms({ performances, stock, commission, priceTypes, channels }: AgreementTerms): string {
  const { ids, tags, from, to } = performances;
  const selection = [
    ...(ids ? [`${ids.length} performances`] : []),
    ...(tags ? [`tagged ${tags.join(' or ')}`] : []),
    ...(from ? [`from ${from}`] : []),
    ...(to ? [`before ${to}`] : []),
  ];
  return [
    selection.join(', ') || 'the whole programme',
    stock.kind === 'live' ? 'all that is free' : `${stock.places} places of each`,
    ...(priceTypes ? [`price types ${priceTypes.join(', ')}`] : []),
    channels.join(', '),
    `commission ${commission.basisPoints / 100} %${commission.centsPerTicket > 0 ? ` + ${commission.centsPerTicket} cents` : ''}`,
  ].join(' · ');
}

const list = (text: string) => text.split(',').map((word) => word.trim());

function stock(text: string): object {
  return text === 'live' ? { kind: 'live' } : { kind: 'quota', places: wholeNumber('--quota', text) };
}

function commission(text: string): object {
  const [, percent, cents] = /^(\d+(?:\.\d{1,2})?)%(?:\+(\d+))?$/.exec(text.replaceAll(' ', '')) ?? [];
  if (percent === undefined) throw new CliError(2, '--commission must be such as 5%, 7.5% or 7.5%+50');
  return { basisPoints: Math.round(Number(percent) * 100), centsPerTicket: Number(cents ?? 0) };
}

function saleOf(values: TermsValues, before: Partial<AgreementTerms>): object {
  const [after, ahead] = [values['starts-after'], values['ends-before']];
  if (after === undefined && ahead === undefined) return {};
  const sale = {
    ...before.sale,
    ...(after !== undefined && { startsAfterHours: wholeNumber('--starts-after', after) }),
    ...(ahead !== undefined && { endsBeforeHours: wholeNumber('--ends-before', ahead) }),
  };
  return { sale };
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new CliError(2, `${option} must be a whole number`);
  return Number(text);
}

function readTermsFile(file: string): object {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CliError(2, `${file} cannot be read`);
  }
  try {
    const terms: unknown = JSON.parse(text);
    if (typeof terms === 'object' && terms !== null && !Array.isArray(terms)) return terms;
  } catch {
    // Said below, as for JSON that is something else.
  }
  throw new CliError(2, `${file} is no JSON object`);
}
