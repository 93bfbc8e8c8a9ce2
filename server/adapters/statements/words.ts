import type { EntryKind } from '../../../sdk/contract/index.ts';
import type { Language } from '../../../sdk/contract/text.ts';

/** Every word on a statement. A missing key in any language does not compile. */
export interface StatementWords {
  readonly title: string;
  readonly between: string;
  readonly weSell: string;
  readonly theySell: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  readonly count: string;
  readonly owed: string;
  readonly perPerformance: string;
  readonly pays: (payer: string, creditor: string, amount: string) => string;
  readonly nothingOwed: string;
  readonly communication: string;
  readonly scan: string;
  readonly noAccount: (creditor: string) => string;
  readonly agreed: string;
  readonly different: (count: number) => string;
  readonly unknown: string;
  readonly missingHere: string;
  readonly missingThere: string;
  readonly differs: (fields: string) => string;
  readonly more: (count: number) => string;
}

const nl: StatementWords = {
  title: 'Afrekening',
  between: 'tussen',
  weSell: 'Wat wij voor de partner verkochten',
  theySell: 'Wat de partner voor ons verkocht',
  kinds: {
    sale: 'Tickets',
    commission: 'Commissie',
    admin: 'Administratiekosten',
    refund: 'Tickets terugbetaald',
    'commission-refund': 'Commissie teruggenomen',
    'admin-refund': 'Administratiekosten teruggenomen',
  },
  count: 'Aantal',
  owed: 'Ons verschuldigd',
  perPerformance: 'Per voorstelling',
  pays: (payer, creditor, amount) => `${payer} betaalt ${amount} aan ${creditor}.`,
  nothingOwed: 'Niemand is iets verschuldigd.',
  communication: 'Mededeling',
  scan: 'Scan met de app van uw bank',
  noAccount: (creditor) => `${creditor} heeft geen rekeningnummer meegedeeld.`,
  agreed: 'De partner heeft precies dezelfde lijnen.',
  different: (count) => `De partner heeft het anders: ${count} ${count === 1 ? 'lijn' : 'lijnen'}.`,
  unknown: 'De partner kon niet gevraagd worden of dit klopt.',
  missingHere: 'ontbreekt bij ons',
  missingThere: 'ontbreekt bij de partner',
  differs: (fields) => `verschilt in ${fields}`,
  more: (count) => `en nog ${count}; ze staan alle in de gegevens bij deze afrekening.`,
};

const fr: StatementWords = {
  title: 'Décompte',
  between: 'entre',
  weSell: 'Ce que nous avons vendu pour le partenaire',
  theySell: 'Ce que le partenaire a vendu pour nous',
  kinds: {
    sale: 'Tickets',
    commission: 'Commission',
    admin: 'Frais administratifs',
    refund: 'Tickets remboursés',
    'commission-refund': 'Commission reprise',
    'admin-refund': 'Frais administratifs repris',
  },
  count: 'Nombre',
  owed: 'Dû à nous',
  perPerformance: 'Par représentation',
  pays: (payer, creditor, amount) => `${payer} paie ${amount} à ${creditor}.`,
  nothingOwed: 'Personne ne doit rien.',
  communication: 'Communication',
  scan: 'Scannez avec l’app de votre banque',
  noAccount: (creditor) => `${creditor} n’a pas communiqué de numéro de compte.`,
  agreed: 'Le partenaire a exactement les mêmes lignes.',
  different: (count) => `Le partenaire a autre chose : ${count} ${count === 1 ? 'ligne' : 'lignes'}.`,
  unknown: 'Le partenaire n’a pas pu être interrogé.',
  missingHere: 'manque chez nous',
  missingThere: 'manque chez le partenaire',
  differs: (fields) => `diffère par ${fields}`,
  more: (count) => `et encore ${count} ; toutes figurent dans les données de ce décompte.`,
};

const en: StatementWords = {
  title: 'Statement',
  between: 'between',
  weSell: 'What we sold for the partner',
  theySell: 'What the partner sold for us',
  kinds: {
    sale: 'Tickets',
    commission: 'Commission',
    admin: 'Administration',
    refund: 'Tickets refunded',
    'commission-refund': 'Commission taken back',
    'admin-refund': 'Administration taken back',
  },
  count: 'Count',
  owed: 'Owed to us',
  perPerformance: 'By performance',
  pays: (payer, creditor, amount) => `${payer} pays ${amount} to ${creditor}.`,
  nothingOwed: 'Nobody owes anything.',
  communication: 'Communication',
  scan: 'Scan with your bank’s app',
  noAccount: (creditor) => `${creditor} has told no account number.`,
  agreed: 'The partner has exactly the same lines.',
  different: (count) => `The partner has it otherwise: ${count} ${count === 1 ? 'line' : 'lines'}.`,
  unknown: 'The partner could not be asked whether this is right.',
  missingHere: 'missing here',
  missingThere: 'missing there',
  differs: (fields) => `differs in ${fields}`,
  more: (count) => `and ${count} more; all are in the data of this statement.`,
};

const de: StatementWords = {
  title: 'Abrechnung',
  between: 'zwischen',
  weSell: 'Was wir für den Partner verkauft haben',
  theySell: 'Was der Partner für uns verkauft hat',
  kinds: {
    sale: 'Tickets',
    commission: 'Provision',
    admin: 'Verwaltungskosten',
    refund: 'Tickets erstattet',
    'commission-refund': 'Provision zurückgenommen',
    'admin-refund': 'Verwaltungskosten zurückgenommen',
  },
  count: 'Anzahl',
  owed: 'Uns geschuldet',
  perPerformance: 'Nach Vorstellung',
  pays: (payer, creditor, amount) => `${payer} zahlt ${amount} an ${creditor}.`,
  nothingOwed: 'Niemand schuldet etwas.',
  communication: 'Mitteilung',
  scan: 'Mit der App Ihrer Bank scannen',
  noAccount: (creditor) => `${creditor} hat keine Kontonummer mitgeteilt.`,
  agreed: 'Der Partner hat genau dieselben Zeilen.',
  different: (count) => `Der Partner hat es anders: ${count} ${count === 1 ? 'Zeile' : 'Zeilen'}.`,
  unknown: 'Der Partner konnte nicht gefragt werden, ob dies stimmt.',
  missingHere: 'fehlt bei uns',
  missingThere: 'fehlt beim Partner',
  differs: (fields) => `unterscheidet sich in ${fields}`,
  more: (count) => `und ${count} weitere; alle stehen in den Daten dieser Abrechnung.`,
};

/** The words of a statement by language. */
export const STATEMENT_WORDS: Readonly<Record<Language, StatementWords>> = { nl, fr, en, de };
