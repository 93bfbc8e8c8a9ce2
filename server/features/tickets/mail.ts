import { sql } from 'kysely';
import type { Language } from '../../../sdk/contract/text.ts';
import { composeTicketMail, type Mail, type Mailer } from '../../adapters/mail/index.ts';
import { drawQrPng } from '../../adapters/tickets/index.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { printableOrder } from './printable.ts';

/**
 * Mails a paid order's tickets to its buyer: those that were not mailed yet, with word of those that partners still have to
 * confirm. The mail's id follows from the order, so a repetition is recognisable.
 */
export async function mailTickets(runtime: CentreRuntime, orderId: string): Promise<void> {
  const { db } = runtime;
  const { email, email_changes, extras, state, total_cents } = await db
    .selectFrom('orders')
    .select(['email', 'email_changes', 'extras', 'state', 'total_cents'])
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow();
  if (state !== 'paid' || email === null) return;
  const tickets = await db
    .selectFrom('ticket')
    .select(['id', 'mailed_at'])
    .where('order_id', '=', orderId)
    .where('state', '=', 'valid')
    .orderBy('id')
    .execute();
  const fresh = tickets.filter(({ mailed_at }) => mailed_at === null).map(({ id }) => id);
  if (fresh.length === 0) return;
  const order = await printableOrder(runtime, orderId, fresh);
  await sendQuietly(
    runtime.mailer,
    await composeTicketMail({
      to: email,
      id: mailIdOf({ id: fresh.length === tickets.length ? orderId : `${orderId}-${fresh[0]}`, email_changes }),
      order,
      total: { cents: total_cents, currency: 'EUR' },
      paidByVouchers: extras?.paidByVouchers,
      follow: await partnersToCome(runtime, orderId, order.language),
      pdf: await runtime.printer(order),
      drawQrPng,
    }),
  );
  await db
    .updateTable('ticket')
    .set({ mailed_at: sql<Date>`clock_timestamp()` })
    .where('id', 'in', fresh)
    // Who corrected the address meanwhile still has to get them.
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('orders').select('id').where('id', '=', orderId).where('email', '=', email)),
    )
    .execute();
}

/** Who has not confirmed yet, such as `De Brug en De Vlaamse Leeuw`. */
async function partnersToCome({ db }: CentreRuntime, order: string, language: Language): Promise<string | undefined> {
  const waiting = await db
    .selectFrom('leg')
    .innerJoin('agreement', 'agreement.id', 'leg.agreement_id')
    .select('agreement.partner')
    .where('leg.order_id', '=', order)
    .where('leg.state', '=', 'confirming')
    .execute();
  const names = waiting.flatMap(({ partner }) => partner?.name ?? []);
  return names.length > 0 ? new Intl.ListFormat(language, { type: 'conjunction' }).format(names) : undefined;
}

/** The same content to another address is another mail. */
export const mailIdOf = ({ id, email_changes }: { readonly id: string; readonly email_changes: number }): string =>
  email_changes > 0 ? `${id}-${email_changes}` : id;

/**
 * Sends a mail. What a mail server answers when it refuses quotes the address, and errors of jobs are logged: so only its
 * code is thrown on.
 */
export async function sendQuietly(mailer: Mailer, mail: Mail): Promise<void> {
  try {
    await mailer.send(mail);
  } catch (error) {
    const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 'no answer';
    throw new Error(`A mail was not accepted (${code}).`);
  }
}
