import type { Language } from '../../../sdk/contract/text.ts';
import type { RefundReason } from '../../features/payments/decide.ts';

/** Every word in the mails to buyers. A missing key in any language does not compile. */
export interface MailWords {
  readonly tickets: {
    readonly subject: (what: string) => string;
    readonly heading: (count: number) => string;
    readonly intro: (count: number) => string;
    /** Of partners that have not confirmed yet. */
    readonly follow: (centres: string) => string;
    readonly offline: string;
  };
  readonly refund: {
    readonly subject: (amount: string, number: string) => string;
    readonly heading: (amount: string) => string;
    readonly reasons: Readonly<Record<RefundReason, string>>;
    /** When not the whole order is meant. */
    readonly onlyPart: (titles: string, centre: string | null) => string;
    readonly when: string;
    /** Instead of `when`, of what comes back onto a voucher. */
    readonly onVoucher: string;
    readonly sorry: string;
  };
  readonly moved: {
    readonly heading: (title: string) => string;
    readonly now: (when: string) => string;
    readonly valid: string;
    readonly cannot: string;
  };
  /** To the address that an order had before. */
  readonly readdressed: {
    readonly heading: string;
    readonly why: string;
    readonly stranger: string;
    readonly buyer: string;
  };
  readonly order: string;
  readonly orderTotal: string;
  readonly allIn: string;
  readonly paidByVouchers: (amount: string) => string;
  readonly withFee: (fee: string) => string;
  readonly qr: (place: string) => string;
  readonly at: (time: string) => string;
  readonly questions: string;
}

const nl: MailWords = {
  tickets: {
    subject: (what) => `Uw tickets voor ${what}`,
    heading: (count) => (count === 1 ? 'Hier is uw ticket' : 'Hier zijn uw tickets'),
    intro: (count) =>
      count === 1
        ? 'Uw plaats ligt vast. Toon de code hieronder aan de ingang, op papier of op uw telefoon.'
        : 'Uw plaatsen liggen vast. Toon de codes hieronder aan de ingang, op papier of op uw telefoon.',
    follow: (centres) =>
      `De tickets van ${centres} zijn betaald en volgen in een aparte mail zodra we de bevestiging hebben. Lukt dat niet, dan krijgt u dat deel van uw geld vanzelf terug.`,
    offline: 'Alle tickets zitten ook als pdf in de bijlage. Zo hebt u ze bij zonder internet.',
  },
  refund: {
    subject: (amount, number) => `We betalen u ${amount} terug (bestelling ${number})`,
    heading: (amount) => `We betalen u ${amount} terug`,
    reasons: {
      'seats-lost':
        'Uw betaling kwam binnen toen uw plaatsen niet langer vrij waren. Daarom kregen we ze niet meer voor u vast.',
      'paid-twice': 'Uw bestelling werd twee keer betaald. Uw tickets blijven gewoon geldig.',
      'paid-after-cancel': 'Uw betaling kwam binnen nadat u de bestelling had geannuleerd.',
      'performance-cancelled': 'Een voorstelling gaat niet door. We vinden dat even jammer als u.',
      'voucher-used':
        'Een bon die mee betaalde, was al gebruikt toen uw betaling binnenkwam. Daarom ging uw bestelling niet door.',
      withdrawn: 'We hebben uw herroeping goed ontvangen. De code is vanaf nu niet meer geldig.',
    },
    onlyPart: (titles, centre) =>
      centre
        ? `Het gaat alleen om ${titles} bij ${centre}. Uw andere tickets blijven gewoon geldig.`
        : `Het gaat alleen om ${titles}. Uw andere tickets blijven gewoon geldig.`,
    when: 'U hoeft niets te doen. Het bedrag komt terug langs de weg waarmee u betaalde, meestal binnen enkele werkdagen.',
    onVoucher: 'Het bedrag staat weer op uw bon. U hoeft niets te doen.',
    sorry: 'Onze excuses voor het ongemak.',
  },
  moved: {
    heading: (title) => `Nieuwe datum voor ${title}`,
    now: (when) => `De voorstelling is verplaatst naar ${when}.`,
    valid: 'Uw tickets blijven geldig; u hoeft niets te doen.',
    cannot: 'Kunt u dan niet komen? Antwoord binnen veertien dagen op deze mail, dan krijgt u uw geld terug.',
  },
  readdressed: {
    heading: 'Uw tickets gaan naar een ander adres',
    why: 'De koper van deze bestelling heeft het e-mailadres verbeterd. De tickets zijn naar het nieuwe adres gestuurd.',
    stranger: 'Hebt u niets besteld? Dan stond uw adres er bij vergissing. Verwijder deze mail en de tickets gerust.',
    buyer: 'Hebt u wel besteld, en het adres niet veranderd? Antwoord dan op deze mail.',
  },
  order: 'Bestelling',
  orderTotal: 'Totaal',
  allIn: 'alle kosten inbegrepen',
  paidByVouchers: (amount) => `Daarnaast betaald met bonnen: ${amount}`,
  withFee: (fee) => `waarvan ${fee} servicekosten`,
  qr: (place) => `QR-code voor ${place}`,
  at: (time) => `om ${time} uur`,
  questions: 'Een vraag? Antwoord gewoon op deze mail.',
};

const en: MailWords = {
  tickets: {
    subject: (what) => `Your tickets for ${what}`,
    heading: (count) => (count === 1 ? 'Here is your ticket' : 'Here are your tickets'),
    intro: (count) =>
      count === 1
        ? 'Your seat is booked. Show the code below at the entrance, on paper or on your phone.'
        : 'Your seats are booked. Show the codes below at the entrance, on paper or on your phone.',
    follow: (centres) =>
      `The tickets of ${centres} are paid and follow in a mail of their own as soon as they are confirmed. Should that fail, you get that part of your money back by itself.`,
    offline: 'All tickets are attached as a PDF too, so that you have them without internet.',
  },
  refund: {
    subject: (amount, number) => `We are paying back ${amount} (order ${number})`,
    heading: (amount) => `We are paying you back ${amount}`,
    reasons: {
      'seats-lost':
        'Your payment arrived when your seats were no longer free, so we could not secure them for you any more.',
      'paid-twice': 'Your order was paid twice. Your tickets stay valid.',
      'paid-after-cancel': 'Your payment arrived after you had cancelled the order.',
      'performance-cancelled': 'A performance does not take place. We are as sorry about that as you are.',
      'voucher-used':
        'A voucher that paid part of it had already been used when your payment arrived, so your order could not go through.',
      withdrawn: 'We have received your withdrawal. The code is not valid any more from now on.',
    },
    onlyPart: (titles, centre) =>
      centre
        ? `This is only about ${titles} at ${centre}. Your other tickets stay valid.`
        : `This is only about ${titles}. Your other tickets stay valid.`,
    when: 'You need not do anything. The amount comes back the way you paid, usually within a few working days.',
    onVoucher: 'The amount is on your voucher again. You need not do anything.',
    sorry: 'We are sorry for the trouble.',
  },
  moved: {
    heading: (title) => `New date for ${title}`,
    now: (when) => `The performance has been moved to ${when}.`,
    valid: 'Your tickets stay valid; there is nothing you need to do.',
    cannot: 'Can’t you come then? Answer this mail within fourteen days and you get your money back.',
  },
  readdressed: {
    heading: 'Your tickets are going to another address',
    why: 'The buyer of this order has corrected the e-mail address. The tickets have been sent to the new address.',
    stranger:
      'Didn’t you order anything? Then your address was there by mistake. You can delete this mail and the tickets.',
    buyer: 'Did you order, and not change the address? Then please answer this mail.',
  },
  order: 'Order',
  orderTotal: 'Total',
  allIn: 'all costs included',
  paidByVouchers: (amount) => `Paid with vouchers beside that: ${amount}`,
  withFee: (fee) => `of which ${fee} service cost`,
  qr: (place) => `QR code for ${place}`,
  at: (time) => `at ${time}`,
  questions: 'A question? Just reply to this mail.',
};

const fr: MailWords = {
  tickets: {
    subject: (what) => `Vos tickets pour ${what}`,
    heading: (count) => (count === 1 ? 'Voici votre ticket' : 'Voici vos tickets'),
    intro: (count) =>
      count === 1
        ? 'Votre place est réservée. Montrez le code ci-dessous à l’entrée, sur papier ou sur votre téléphone.'
        : 'Vos places sont réservées. Montrez les codes ci-dessous à l’entrée, sur papier ou sur votre téléphone.',
    follow: (centres) =>
      `Les billets de ${centres} sont payés et suivront dans un autre message dès leur confirmation. Si celle-ci n’arrive pas, cette partie vous est remboursée automatiquement.`,
    offline: 'Tous les tickets sont aussi joints en PDF : vous les avez même sans internet.',
  },
  refund: {
    subject: (amount, number) => `Nous vous remboursons ${amount} (commande ${number})`,
    heading: (amount) => `Nous vous remboursons ${amount}`,
    reasons: {
      'seats-lost':
        'Votre paiement est arrivé alors que vos places n’étaient plus libres. Nous n’avons donc plus pu vous les réserver.',
      'paid-twice': 'Votre commande a été payée deux fois. Vos tickets restent valables.',
      'paid-after-cancel': 'Votre paiement est arrivé après l’annulation de votre commande.',
      'performance-cancelled': 'Une représentation n’a pas lieu. Nous le regrettons autant que vous.',
      'voucher-used':
        'Un bon qui payait une partie avait déjà été utilisé quand votre paiement est arrivé. Votre commande n’a donc pas abouti.',
      withdrawn: 'Nous avons bien reçu votre rétractation. Le code n’est plus valable à partir de maintenant.',
    },
    onlyPart: (titles, centre) =>
      centre
        ? `Cela ne concerne que ${titles}, chez ${centre}. Vos autres billets restent valables.`
        : `Cela ne concerne que ${titles}. Vos autres billets restent valables.`,
    when: 'Vous n’avez rien à faire. Le montant revient par la voie de votre paiement, en général en quelques jours ouvrables.',
    onVoucher: 'Le montant est de nouveau sur votre bon. Vous n’avez rien à faire.',
    sorry: 'Veuillez nous excuser pour ce désagrément.',
  },
  moved: {
    heading: (title) => `Nouvelle date pour ${title}`,
    now: (when) => `La représentation est déplacée : ${when}.`,
    valid: 'Vos billets restent valables ; vous n’avez rien à faire.',
    cannot: 'Vous ne pouvez pas venir ? Répondez à ce message dans les quatorze jours et vous serez remboursé.',
  },
  readdressed: {
    heading: 'Vos billets partent à une autre adresse',
    why: 'L’acheteur de cette commande a corrigé l’adresse e-mail. Les billets ont été envoyés à la nouvelle adresse.',
    stranger:
      'Vous n’avez rien commandé ? Votre adresse y figurait par erreur. Vous pouvez supprimer ce message et les billets.',
    buyer: 'Vous avez bien commandé, sans changer l’adresse ? Répondez alors à ce message.',
  },
  order: 'Commande',
  orderTotal: 'Total',
  allIn: 'tous frais compris',
  paidByVouchers: (amount) => `Payé en outre par bons : ${amount}`,
  withFee: (fee) => `dont ${fee} de frais de service`,
  qr: (place) => `Code QR pour ${place}`,
  at: (time) => `à ${time}`,
  questions: 'Une question ? Répondez simplement à ce message.',
};

const de: MailWords = {
  tickets: {
    subject: (what) => `Ihre Tickets für ${what}`,
    heading: (count) => (count === 1 ? 'Hier ist Ihr Ticket' : 'Hier sind Ihre Tickets'),
    intro: (count) =>
      count === 1
        ? 'Ihr Platz ist gebucht. Zeigen Sie den Code unten am Eingang, auf Papier oder auf dem Handy.'
        : 'Ihre Plätze sind gebucht. Zeigen Sie die Codes unten am Eingang, auf Papier oder auf dem Handy.',
    follow: (centres) =>
      `Die Tickets von ${centres} sind bezahlt und folgen in einer eigenen Mail, sobald sie bestätigt sind. Gelingt das nicht, erhalten Sie diesen Teil Ihres Geldes von selbst zurück.`,
    offline: 'Alle Tickets sind auch als PDF angehängt. So haben Sie sie ohne Internet dabei.',
  },
  refund: {
    subject: (amount, number) => `Wir erstatten Ihnen ${amount} (Bestellung ${number})`,
    heading: (amount) => `Wir erstatten Ihnen ${amount}`,
    reasons: {
      'seats-lost':
        'Ihre Zahlung traf ein, als Ihre Plätze nicht mehr frei waren. Wir konnten sie daher nicht mehr für Sie sichern.',
      'paid-twice': 'Ihre Bestellung wurde zweimal bezahlt. Ihre Tickets bleiben gültig.',
      'paid-after-cancel': 'Ihre Zahlung traf ein, nachdem Sie die Bestellung storniert hatten.',
      'performance-cancelled': 'Eine Vorstellung findet nicht statt. Wir bedauern das ebenso wie Sie.',
      'voucher-used':
        'Ein Gutschein, der einen Teil bezahlte, war schon eingelöst, als Ihre Zahlung eintraf. Ihre Bestellung kam daher nicht zustande.',
      withdrawn: 'Wir haben Ihren Widerruf erhalten. Der Code ist ab sofort nicht mehr gültig.',
    },
    onlyPart: (titles, centre) =>
      centre
        ? `Es geht nur um ${titles} bei ${centre}. Ihre anderen Tickets bleiben gültig.`
        : `Es geht nur um ${titles}. Ihre anderen Tickets bleiben gültig.`,
    when: 'Sie brauchen nichts zu tun. Der Betrag kommt auf Ihrem Zahlungsweg zurück, meist binnen weniger Werktage.',
    onVoucher: 'Der Betrag ist wieder auf Ihrem Gutschein. Sie brauchen nichts zu tun.',
    sorry: 'Bitte entschuldigen Sie die Umstände.',
  },
  moved: {
    heading: (title) => `Neuer Termin für ${title}`,
    now: (when) => `Die Vorstellung wurde verlegt: ${when}.`,
    valid: 'Ihre Tickets bleiben gültig; Sie müssen nichts tun.',
    cannot:
      'Können Sie dann nicht kommen? Antworten Sie binnen vierzehn Tagen auf diese Mail, dann erhalten Sie Ihr Geld zurück.',
  },
  readdressed: {
    heading: 'Ihre Tickets gehen an eine andere Adresse',
    why: 'Wer diese Bestellung aufgegeben hat, hat die E-Mail-Adresse berichtigt. Die Tickets wurden an die neue Adresse geschickt.',
    stranger:
      'Haben Sie nichts bestellt? Dann stand Ihre Adresse dort aus Versehen. Löschen Sie diese Mail und die Tickets einfach.',
    buyer: 'Haben Sie bestellt und die Adresse nicht geändert? Dann antworten Sie bitte auf diese Mail.',
  },
  order: 'Bestellung',
  orderTotal: 'Gesamt',
  allIn: 'alle Kosten inbegriffen',
  paidByVouchers: (amount) => `Außerdem mit Gutscheinen bezahlt: ${amount}`,
  withFee: (fee) => `davon ${fee} Servicekosten`,
  qr: (place) => `QR-Code für ${place}`,
  at: (time) => `um ${time} Uhr`,
  questions: 'Eine Frage? Antworten Sie einfach auf diese Mail.',
};

/** The words of mails by language. */
export const MAIL_WORDS: Readonly<Record<Language, MailWords>> = { nl, en, fr, de };
