export { announceUitpas } from './announce.ts';
export { bindAllSales, bindSales } from './bind.ts';
export type { CentreUitpas, ProofKeys, Uitpas, UitpasCalls } from './port.ts';
export { registerSales } from './register.ts';
export { registerUitpas } from './routes.ts';
export { endSales } from './sweep.ts';
export { settledBy, type TakenTariff, tariffOf, withTariff } from './taken.ts';
