export { describeLine, formatMoney, inLanguage } from './describe.ts';
export { createTicketPrinter, type TicketLook } from './printer.ts';
export { drawQr, drawQrPng } from './qr.ts';
export { checkSignature, createTicketSigner, ticketKey } from './signer.ts';
