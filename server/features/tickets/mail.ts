import { composeTicketMail, type Mail, type Mailer } from '../../adapters/mail/index.ts';
import { drawQrPng } from '../../adapters/tickets/index.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { printableOrder } from './printable.ts';

/** Mails a paid order's tickets to its buyer. The mail's id follows from the order, so a repetition is recognisable. */
export async function mailTickets(runtime: CentreRuntime, orderId: string): Promise<void> {
  const { email, state, total_cents } = await runtime.db
    .selectFrom('orders')
    .select(['email', 'state', 'total_cents'])
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow();
  if (state !== 'paid' || email === null) return;
  const order = await printableOrder(runtime, orderId);
  await sendQuietly(
    runtime.mailer,
    await composeTicketMail({
      to: email,
      id: orderId,
      order,
      total: { cents: total_cents, currency: 'EUR' },
      pdf: await runtime.printer(order),
      drawQrPng,
    }),
  );
}

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
