import { z } from 'zod';
import { instantSchema, slugSchema, uuidSchema } from '../identifiers.ts';
import { moneySchema } from '../money.ts';
import { vatCodeSchema } from '../vat.ts';
import { agreementSchema } from './agreement.ts';
import { entryKindSchema, entrySchema } from './entry.ts';

/** A calendar month in Belgium: what a statement is about. An entry belongs to the month its owner booked it in. */
export const periodSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Must be a month such as 2026-11.')
  .meta({ id: 'Period' });

/** Most entries of which a partner tells the hashes, or the content, in one answer. */
export const MAX_ENTRY_HASHES = 5_000;
export const MAX_ENTRIES = 100;

/** How a centre is paid and invoiced; what it did not say is not there. */
export const partySchema = z
  .strictObject({
    name: z.string().min(1).max(200),
    address: z.string().max(300).optional(),
    email: z.email().optional(),
    iban: z.string().max(34).optional(),
    bic: z.string().max(11).optional(),
    vatNumber: z.string().max(20).optional().describe('Only of a centre that is liable to VAT.'),
    companyNumber: z.string().max(20).optional(),
  })
  .meta({ id: 'Party' });
export type Party = z.infer<typeof partySchema>;

/** Entries of one kind and VAT code together; the amount counts as that of an entry does. */
export const entryTotalSchema = z.strictObject({
  kind: entryKindSchema,
  vat: vatCodeSchema,
  count: z.int().min(1),
  amount: moneySchema,
});
export type EntryTotal = z.infer<typeof entryTotalSchema>;

/** What proves that both sides have the same entry, without its being sent. */
export const entryHashSchema = z.strictObject({
  id: uuidSchema,
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the entry’s canonical JSON.'),
});
export type EntryHash = z.infer<typeof entryHashSchema>;

/** What a centre has on the account of one agreement in one month: enough for its partner to compare. */
export const partnerStatementSchema = z
  .strictObject({
    agreement: uuidSchema,
    period: periodSchema,
    party: partySchema,
    totals: z.array(entryTotalSchema).max(100),
    moved: moneySchema.describe('What of it this centre, as seller, sent the owner already.'),
    entries: z.array(entryHashSchema).max(MAX_ENTRY_HASHES).describe('By id, from after the one asked for.'),
    more: z.boolean().describe('Ask again, after the last of these.'),
  })
  .meta({ id: 'PartnerStatement' });
export type PartnerStatement = z.infer<typeof partnerStatementSchema>;

/** Some entries whole, for when hashes differ. */
export const entryListSchema = z
  .strictObject({ entries: z.array(entrySchema).max(MAX_ENTRIES) })
  .meta({ id: 'EntryList' });

/** One line of a statement. `owed` is above zero when the partner owes it to us. */
export const statementLineSchema = z.strictObject({
  role: agreementSchema.shape.role.describe('What we are in its agreement.'),
  owed: moneySchema,
  entry: entrySchema,
});
export type StatementLine = z.infer<typeof statementLineSchema>;

/** Where the two centres do not agree: by name, line by line. */
export const disagreementSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('missing-here'), entry: entrySchema }),
  z.strictObject({ kind: z.literal('missing-there'), entry: entrySchema }),
  z.strictObject({
    kind: z.literal('different'),
    fields: z.array(z.string()).describe('Those of an entry that differ.'),
    entry: entrySchema.describe('As we have it.'),
    theirs: entrySchema,
  }),
]);
export type Disagreement = z.infer<typeof disagreementSchema>;

/** What came of comparing with the partner. `unknown`: it could not be asked; `reason` is an error code. */
export const comparisonSchema = z.strictObject({
  state: z.enum(['agreed', 'different', 'unknown']),
  reason: z.string().optional(),
  disagreements: z.array(disagreementSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** How the difference is paid: by whom to whom, and what to write with it. */
export const transferSchema = z.strictObject({
  payer: z.enum(['us', 'partner']),
  creditor: partySchema,
  amount: moneySchema,
  communication: z.string().describe('Structured communication, +++ddd/dddd/ddddd+++.'),
  qr: z.string().nullable().describe('What the EPC QR says; null while the creditor’s account number is unknown.'),
});
export type Transfer = z.infer<typeof transferSchema>;

/** What a centre and one of its partners owe each other of one month. */
export const statementSchema = z
  .strictObject({
    centre: partySchema,
    partner: z.strictObject({ id: slugSchema, party: partySchema }),
    period: periodSchema,
    madeAt: instantSchema,
    totals: z.array(entryTotalSchema.extend({ role: agreementSchema.shape.role, owed: moneySchema })),
    net: moneySchema.describe('Above zero the partner pays us.'),
    moved: moneySchema.describe('What of it was paid already: above zero by the partner to us.'),
    transfer: transferSchema.nullable().describe('Of what was not paid yet; null when nobody owes anything.'),
    comparison: comparisonSchema,
    lacks: z
      .array(z.enum(['creditor-iban', 'our-vat-number', 'partner-vat-number']))
      .describe('What would make the payment or the invoice complete.'),
    lines: z.array(statementLineSchema),
  })
  .meta({ id: 'Statement' });
export type Statement = z.infer<typeof statementSchema>;
