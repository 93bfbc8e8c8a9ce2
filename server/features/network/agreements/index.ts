export { createAskOpenly } from './ask-openly.ts';
export type { AgreementCalls, AskOpenly } from './ports.ts';
export { refreshAgreement, tellEnd } from './tell-owner.ts';
