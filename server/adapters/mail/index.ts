export { createMailbox, type Mailbox, type ReceivedMail } from './mailbox.ts';
export type { Sender } from './message.ts';
export { composeMovedMail } from './moved-mail.ts';
export type { Mail, Mailer } from './port.ts';
export { composeProductsMail, type ProductsMail } from './products-mail.ts';
export { composeRefundMail, type RefundMail } from './refund-mail.ts';
export { createSmtpMailer } from './smtp.ts';
export { composeTicketMail, type TicketMail } from './ticket-mail.ts';
export { composeLeavePage, composeWaitingMail, type WaitingMail } from './waiting-mail.ts';
