import type { Tasks } from '../../jobs.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { mailProducts } from '../entitlements/mail.ts';
import { finishLeg, followPartner, keepLegs } from '../legs/index.ts';
import type { NetworkTasks } from '../network/tasks.ts';
import { mailReaddressed } from '../orders/email.ts';
import { mailMoved } from '../orders/moved.ts';
import { refundPerformance } from '../orders/refund-performance.ts';

import { mailTickets } from '../tickets/mail.ts';
import { endSales } from '../uitpas/index.ts';
import { mailWaiting, mailWaitingOffer } from '../waiting-list/index.ts';
import { followPayment } from './follow.ts';
import { mailRefund } from './mail.ts';
import { reconcile } from './reconcile.ts';
import { pursueRefund } from './refund.ts';

/** What a centre's worker does for its sales. */
export function salesTasks(runtime: CentreRuntime): Omit<Tasks, keyof NetworkTasks> {
  return {
    'follow-payment': ({ payment, hint }) => followPayment(runtime, payment, hint),
    'pursue-refund': ({ refund }) => pursueRefund(runtime, refund),
    'mail-tickets': ({ order }) => mailTickets(runtime, order),
    'mail-products': ({ order }) => mailProducts(runtime, order),
    'mail-readdressed': ({ order }) => mailReaddressed(runtime, order),
    'mail-refund': ({ refund }) => mailRefund(runtime, refund),
    'finish-leg': ({ leg }) => finishLeg(runtime.legs, leg),
    'keep-legs': ({ order }) => keepLegs(runtime, order),
    'follow-partner': ({ agreement }) => followPartner(runtime, agreement),
    'refund-performance': ({ performance }) => refundPerformance(runtime, performance),
    'mail-moved': ({ order, performance }) => mailMoved(runtime, order, performance),
    'mail-waiting': ({ entry }) => mailWaiting(runtime, entry),
    'mail-waiting-offer': ({ entry, cart }) => mailWaitingOffer(runtime, entry, cart),
    'end-uitpas-sales': () => endSales(runtime),
    reconcile: () => reconcile(runtime),
  };
}
