import type { Place } from '../../../sdk/contract/cart.ts';
import type { Language } from '../../../sdk/contract/text.ts';

/** Every word on a ticket. A missing key in any language does not compile. */
export interface TicketWords {
  readonly ticketOf: (number: number, count: number) => string;
  readonly section: string;
  readonly row: string;
  readonly seat: string;
  /** Row and seat inside a sentence. */
  readonly inRow: (row: string) => string;
  readonly onSeat: (seat: string) => string;
  /** What is special about a place, in words. */
  readonly kinds: Readonly<Record<Place['kind'], string>>;
  readonly at: (time: string) => string;
  readonly price: string;
  readonly includingFee: (fee: string) => string;
  readonly order: string;
  readonly code: string;
  readonly goodToKnow: string;
  readonly hints: readonly string[];
  readonly questions: string;
}

const nl: TicketWords = {
  ticketOf: (number, count) => `Ticket ${number} van ${count}`,
  section: 'Zaaldeel',
  row: 'Rij',
  seat: 'Stoel',
  inRow: (row) => `rij ${row}`,
  onSeat: (seat) => `stoel ${seat}`,
  kinds: {
    standard: '',
    house: '',
    area: 'vrije plaats',
    wheelchair: 'rolstoelplaats',
    companion: 'plaats voor begeleider',
    'restricted-view': 'beperkt zicht',
  },
  at: (time) => `om ${time} uur`,
  price: 'Definitieve prijs, alle kosten inbegrepen',
  includingFee: (fee) => `waarvan ${fee} servicekosten`,
  order: 'Bestelling',
  code: 'Code van dit ticket',
  goodToKnow: 'Goed om te weten',
  hints: [
    'Toon de code aan de ingang, op papier of op uw telefoon.',
    'De code geldt één keer. Deel ze niet, ook niet op een foto.',
    'Occasioneel doorverkopen mag, maar nooit boven de prijs op dit ticket (wet van 30 juli 2013).',
  ],
  questions: 'Vragen? We helpen u graag:',
};

const en: TicketWords = {
  ticketOf: (number, count) => `Ticket ${number} of ${count}`,
  section: 'Section',
  row: 'Row',
  seat: 'Seat',
  inRow: (row) => `row ${row}`,
  onSeat: (seat) => `seat ${seat}`,
  kinds: {
    standard: '',
    house: '',
    area: 'unnumbered place',
    wheelchair: 'wheelchair place',
    companion: 'companion’s place',
    'restricted-view': 'restricted view',
  },
  at: (time) => `at ${time}`,
  price: 'Definitive price, all costs included',
  includingFee: (fee) => `of which ${fee} service cost`,
  order: 'Order',
  code: 'Code of this ticket',
  goodToKnow: 'Good to know',
  hints: [
    'Show the code at the entrance, on paper or on your phone.',
    'The code works once. Do not share it, not even in a photo.',
    'You may occasionally resell a ticket, but never above the price on it (Belgian law of 30 July 2013).',
  ],
  questions: 'Questions? We are glad to help:',
};

const fr: TicketWords = {
  ticketOf: (number, count) => `Ticket ${number} sur ${count}`,
  section: 'Partie de la salle',
  row: 'Rang',
  seat: 'Siège',
  inRow: (row) => `rang ${row}`,
  onSeat: (seat) => `siège ${seat}`,
  kinds: {
    standard: '',
    house: '',
    area: 'place libre',
    wheelchair: 'place pour fauteuil roulant',
    companion: 'place d’accompagnateur',
    'restricted-view': 'visibilité réduite',
  },
  at: (time) => `à ${time}`,
  price: 'Prix définitif, tous frais compris',
  includingFee: (fee) => `dont ${fee} de frais de service`,
  order: 'Commande',
  code: 'Code de ce ticket',
  goodToKnow: 'Bon à savoir',
  hints: [
    'Montrez le code à l’entrée, sur papier ou sur votre téléphone.',
    'Le code ne sert qu’une fois. Ne le partagez pas, même en photo.',
    'La revente occasionnelle est permise, mais jamais au-dessus du prix indiqué (loi du 30 juillet 2013).',
  ],
  questions: 'Des questions ? Nous vous aidons volontiers :',
};

const de: TicketWords = {
  ticketOf: (number, count) => `Ticket ${number} von ${count}`,
  section: 'Saalbereich',
  row: 'Reihe',
  seat: 'Platz',
  inRow: (row) => `Reihe ${row}`,
  onSeat: (seat) => `Platz ${seat}`,
  kinds: {
    standard: '',
    house: '',
    area: 'freie Platzwahl',
    wheelchair: 'Rollstuhlplatz',
    companion: 'Platz für Begleitperson',
    'restricted-view': 'eingeschränkte Sicht',
  },
  at: (time) => `um ${time} Uhr`,
  price: 'Endpreis, alle Kosten inbegriffen',
  includingFee: (fee) => `davon ${fee} Servicekosten`,
  order: 'Bestellung',
  code: 'Code dieses Tickets',
  goodToKnow: 'Gut zu wissen',
  hints: [
    'Zeigen Sie den Code am Eingang, auf Papier oder auf dem Handy.',
    'Der Code gilt einmal. Teilen Sie ihn nicht, auch nicht als Foto.',
    'Gelegentlicher Weiterverkauf ist erlaubt, aber nie über dem Preis auf diesem Ticket (Gesetz vom 30. Juli 2013).',
  ],
  questions: 'Fragen? Wir helfen Ihnen gern:',
};

/** The words of a ticket by language. */
export const TICKET_WORDS: Readonly<Record<Language, TicketWords>> = { nl, en, fr, de };
