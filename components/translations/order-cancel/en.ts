import type { OrderCancelWords } from './index.ts';

export const en: OrderCancelWords = {
  title: 'Cancel this order?',
  lost: (count) =>
    count === 1
      ? 'Your seat is then free for everybody again at once.'
      : `Your ${count} seats are then free for everybody again at once.`,
  payUntil: (time) => `Would you rather come? You can still pay until ${time}.`,
  keep: 'Keep the order',
  confirm: 'Yes, cancel it',
};
