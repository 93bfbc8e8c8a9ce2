import type { OrderEmailWords } from './index.ts';

export const en: OrderEmailWords = {
  hint: 'We send your tickets here as soon as you have paid.',
  mailedHint:
    'We send everything again, and tell the previous address that the tickets do not belong there. Nothing arrived? Have a look in your spam folder too.',
  save: 'Save this address',
  mailAgain: 'Send again',
  back: 'Leave it as it is',
  changed: (address) => `We will send your tickets to ${address} as soon as you have paid.`,
  mailedAgain: (address) => `We are sending everything again, to ${address}.`,
};
