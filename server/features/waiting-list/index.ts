export { registerLeavingWaitingList } from './leave-page.ts';
export { mailWaiting, mailWaitingOffer } from './mail.ts';
export { offerNext, offerRegularly, offerReturned } from './offer.ts';
export { registerWaitingList } from './routes.ts';
