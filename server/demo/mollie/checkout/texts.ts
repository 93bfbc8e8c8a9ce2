import type { LaterEvent } from '../later.ts';
import type { PaymentStatus } from '../world.ts';

export type CheckoutLanguage = 'nl' | 'fr' | 'en' | 'de';

/** Everything the payment page says. */
export interface Texts {
  readonly environment: string;
  readonly chooseMethod: string;
  readonly chooseBank: string;
  readonly until: (time: string) => string;
  readonly confirm: (method: string) => string;
  readonly outcome: string;
  readonly outcomeHint: string;
  readonly outcomes: Readonly<Record<PaymentStatus, string>>;
  readonly go: string;
  readonly otherMethod: string;
  readonly cancel: (merchant: string) => string;
  readonly back: (merchant: string) => string;
  readonly tryAgain: Readonly<Record<'failed' | 'canceled', string>>;
  readonly ended: Readonly<Record<PaymentStatus, string>>;
  readonly unknown: string;
  readonly unknownHint: string;
  readonly change: string;
  readonly later: Readonly<Record<LaterEvent['kind'], string>>;
  readonly nothingToChange: string;
  readonly methods: Readonly<Record<string, string>>;
}

export const TEXTS: Readonly<Record<CheckoutLanguage, Texts>> = {
  nl: {
    environment: 'Betaalomgeving (nagebootst) · test',
    chooseMethod: 'Kies hoe u wilt betalen',
    chooseBank: 'Kies uw bank',
    until: (time) => `U kunt betalen tot ${time}.`,
    confirm: (method) => `Betalen met ${method}`,
    outcome: 'Hoe loopt deze betaling af?',
    outcomeHint: 'Er gaat geen echt geld van uw rekening. U kiest zelf wat er gebeurt.',
    outcomes: {
      paid: 'Betaald',
      failed: 'Mislukt',
      canceled: 'Geannuleerd',
      expired: 'Verlopen',
      open: 'Nog open',
      pending: 'In behandeling',
      authorized: 'Gereserveerd, nog niet geïnd',
    },
    go: 'Doorgaan',
    otherMethod: 'Anders betalen',
    cancel: (merchant) => `Annuleren en terug naar ${merchant}`,
    back: (merchant) => `Terug naar ${merchant}`,
    tryAgain: {
      failed: 'De betaling is niet gelukt. Er is niets aangerekend. U kunt het opnieuw proberen.',
      canceled: 'U hebt de betaling afgebroken. U kunt op een andere manier betalen.',
    },
    ended: {
      paid: 'Deze betaling is gelukt.',
      failed: 'Deze betaling is niet gelukt. Er is niets aangerekend.',
      canceled: 'Deze betaling is geannuleerd. Er is niets aangerekend.',
      expired: 'De tijd voor deze betaling is voorbij. Er is niets aangerekend.',
      open: 'Deze betaling staat nog open.',
      pending: 'Deze betaling is in behandeling.',
      authorized: 'Het bedrag is gereserveerd.',
    },
    unknown: 'Deze betaling bestaat niet',
    unknownHint: 'Kijk na of het adres volledig is, of ga terug naar de winkel.',
    change: 'Wat gebeurt er later met deze betaling?',
    later: {
      paid: 'De betaling lukt',
      failed: 'De betaling mislukt',
      canceled: 'De betaling wordt geannuleerd',
      expired: 'De betaling verloopt',
      chargeback: 'De bank haalt het geld terug',
      refundArrived: 'De terugbetaling komt aan',
      refundFailed: 'De terugbetaling mislukt',
    },
    nothingToChange: 'Met deze betaling kan nu niets meer gebeuren.',
    methods: { creditcard: 'Kaart', banktransfer: 'Overschrijving', giftcard: 'Cadeaukaart', voucher: 'Cheques' },
  },
  fr: {
    environment: 'Environnement de paiement (simulé) · test',
    chooseMethod: 'Choisissez comment payer',
    chooseBank: 'Choisissez votre banque',
    until: (time) => `Vous pouvez payer jusqu’à ${time}.`,
    confirm: (method) => `Payer avec ${method}`,
    outcome: 'Comment ce paiement se termine-t-il ?',
    outcomeHint: 'Aucun argent réel ne quitte votre compte. Vous choisissez ce qui se passe.',
    outcomes: {
      paid: 'Payé',
      failed: 'Échoué',
      canceled: 'Annulé',
      expired: 'Expiré',
      open: 'Encore ouvert',
      pending: 'En traitement',
      authorized: 'Réservé, pas encore encaissé',
    },
    go: 'Continuer',
    otherMethod: 'Payer autrement',
    cancel: (merchant) => `Annuler et revenir à ${merchant}`,
    back: (merchant) => `Revenir à ${merchant}`,
    tryAgain: {
      failed: 'Le paiement n’a pas abouti. Rien n’a été débité. Vous pouvez réessayer.',
      canceled: 'Vous avez interrompu le paiement. Vous pouvez payer autrement.',
    },
    ended: {
      paid: 'Ce paiement a réussi.',
      failed: 'Ce paiement n’a pas abouti. Rien n’a été débité.',
      canceled: 'Ce paiement est annulé. Rien n’a été débité.',
      expired: 'Le délai de ce paiement est écoulé. Rien n’a été débité.',
      open: 'Ce paiement est encore ouvert.',
      pending: 'Ce paiement est en traitement.',
      authorized: 'Le montant est réservé.',
    },
    unknown: 'Ce paiement n’existe pas',
    unknownHint: 'Vérifiez que l’adresse est complète, ou revenez à la boutique.',
    change: 'Que devient ce paiement plus tard ?',
    later: {
      paid: 'Le paiement aboutit',
      failed: 'Le paiement échoue',
      canceled: 'Le paiement est annulé',
      expired: 'Le paiement expire',
      chargeback: 'La banque reprend l’argent',
      refundArrived: 'Le remboursement arrive',
      refundFailed: 'Le remboursement échoue',
    },
    nothingToChange: 'Plus rien ne peut arriver à ce paiement.',
    methods: { creditcard: 'Carte', banktransfer: 'Virement', giftcard: 'Carte cadeau', voucher: 'Chèques' },
  },
  en: {
    environment: 'Payment environment (simulated) · test',
    chooseMethod: 'Choose how to pay',
    chooseBank: 'Choose your bank',
    until: (time) => `You can pay until ${time}.`,
    confirm: (method) => `Pay with ${method}`,
    outcome: 'How does this payment end?',
    outcomeHint: 'No real money leaves your account. You choose what happens.',
    outcomes: {
      paid: 'Paid',
      failed: 'Failed',
      canceled: 'Cancelled',
      expired: 'Expired',
      open: 'Still open',
      pending: 'Pending',
      authorized: 'Reserved, not collected yet',
    },
    go: 'Continue',
    otherMethod: 'Pay another way',
    cancel: (merchant) => `Cancel and return to ${merchant}`,
    back: (merchant) => `Back to ${merchant}`,
    tryAgain: {
      failed: 'The payment did not succeed. Nothing was charged. You can try again.',
      canceled: 'You stopped the payment. You can pay another way.',
    },
    ended: {
      paid: 'This payment succeeded.',
      failed: 'This payment did not succeed. Nothing was charged.',
      canceled: 'This payment was cancelled. Nothing was charged.',
      expired: 'The time for this payment is over. Nothing was charged.',
      open: 'This payment is still open.',
      pending: 'This payment is pending.',
      authorized: 'The amount is reserved.',
    },
    unknown: 'This payment does not exist',
    unknownHint: 'Check that the address is complete, or go back to the shop.',
    change: 'What happens to this payment later?',
    later: {
      paid: 'The payment succeeds',
      failed: 'The payment fails',
      canceled: 'The payment is cancelled',
      expired: 'The payment expires',
      chargeback: 'The bank takes the money back',
      refundArrived: 'The refund arrives',
      refundFailed: 'The refund fails',
    },
    nothingToChange: 'Nothing more can happen to this payment now.',
    methods: { creditcard: 'Card', banktransfer: 'Bank transfer', giftcard: 'Gift card', voucher: 'Vouchers' },
  },
  de: {
    environment: 'Zahlungsumgebung (nachgebildet) · Test',
    chooseMethod: 'Wählen Sie, wie Sie zahlen möchten',
    chooseBank: 'Wählen Sie Ihre Bank',
    until: (time) => `Sie können bis ${time} zahlen.`,
    confirm: (method) => `Zahlen mit ${method}`,
    outcome: 'Wie endet diese Zahlung?',
    outcomeHint: 'Es verlässt kein echtes Geld Ihr Konto. Sie wählen, was geschieht.',
    outcomes: {
      paid: 'Bezahlt',
      failed: 'Fehlgeschlagen',
      canceled: 'Abgebrochen',
      expired: 'Abgelaufen',
      open: 'Noch offen',
      pending: 'In Bearbeitung',
      authorized: 'Reserviert, noch nicht eingezogen',
    },
    go: 'Weiter',
    otherMethod: 'Anders zahlen',
    cancel: (merchant) => `Abbrechen und zurück zu ${merchant}`,
    back: (merchant) => `Zurück zu ${merchant}`,
    tryAgain: {
      failed: 'Die Zahlung ist nicht gelungen. Es wurde nichts abgebucht. Sie können es noch einmal versuchen.',
      canceled: 'Sie haben die Zahlung abgebrochen. Sie können anders zahlen.',
    },
    ended: {
      paid: 'Diese Zahlung ist gelungen.',
      failed: 'Diese Zahlung ist nicht gelungen. Es wurde nichts abgebucht.',
      canceled: 'Diese Zahlung wurde abgebrochen. Es wurde nichts abgebucht.',
      expired: 'Die Zeit für diese Zahlung ist vorbei. Es wurde nichts abgebucht.',
      open: 'Diese Zahlung ist noch offen.',
      pending: 'Diese Zahlung ist in Bearbeitung.',
      authorized: 'Der Betrag ist reserviert.',
    },
    unknown: 'Diese Zahlung gibt es nicht',
    unknownHint: 'Prüfen Sie, ob die Adresse vollständig ist, oder gehen Sie zurück zum Shop.',
    change: 'Was geschieht später mit dieser Zahlung?',
    later: {
      paid: 'Die Zahlung gelingt',
      failed: 'Die Zahlung schlägt fehl',
      canceled: 'Die Zahlung wird abgebrochen',
      expired: 'Die Zahlung läuft ab',
      chargeback: 'Die Bank holt das Geld zurück',
      refundArrived: 'Die Erstattung kommt an',
      refundFailed: 'Die Erstattung schlägt fehl',
    },
    nothingToChange: 'Mit dieser Zahlung kann jetzt nichts mehr geschehen.',
    methods: { creditcard: 'Karte', banktransfer: 'Überweisung', giftcard: 'Geschenkkarte', voucher: 'Gutscheine' },
  },
};

const isLanguage = (code: string): code is CheckoutLanguage => Object.hasOwn(TEXTS, code);

/** The language of the payment's locale, else the first the browser asks for that we speak, else Dutch. */
export function languageOf(locale: string | null, acceptLanguage: string | null): CheckoutLanguage {
  const wanted = [locale ?? '', ...(acceptLanguage ?? '').split(',')].map((one) =>
    one.trim().slice(0, 2).toLowerCase(),
  );
  return wanted.find(isLanguage) ?? 'nl';
}
