import type { Language } from '../../../sdk/contract/text.ts';

/** Every word in the mail about products, vouchers and passes. A missing key in any language does not compile. */
export interface ProductsWords {
  readonly subject: (number: string) => string;
  readonly heading: string;
  readonly thanks: string;
  readonly code: string;
  readonly worth: (amount: string) => string;
  readonly until: (date: string) => string;
  readonly withdraw: (date: string) => string;
  readonly secret: string;
}

const nl: ProductsWords = {
  subject: (number) => `Uw bestelling ${number}`,
  heading: 'Dit hebt u gekocht',
  thanks: 'Bedankt voor uw bestelling. Hieronder staat alles wat erbij hoort.',
  code: 'Code',
  worth: (amount) => `Waarde: ${amount}`,
  until: (date) => `Geldig tot ${date}`,
  withdraw: (date) => `U kunt dit zonder reden herroepen tot ${date}, zolang het niet gebruikt is.`,
  secret: 'Wie de code heeft, kan ze gebruiken: bewaar deze mail goed. U kunt ze ook afdrukken en cadeau doen.',
};

const en: ProductsWords = {
  subject: (number) => `Your order ${number}`,
  heading: 'This is what you bought',
  thanks: 'Thank you for your order. Everything that comes with it is below.',
  code: 'Code',
  worth: (amount) => `Worth: ${amount}`,
  until: (date) => `Valid until ${date}`,
  withdraw: (date) => `You may withdraw from this without giving a reason until ${date}, as long as it is not used.`,
  secret: 'Whoever has the code can use it: keep this mail well. You can also print it and give it as a present.',
};

const fr: ProductsWords = {
  subject: (number) => `Votre commande ${number}`,
  heading: 'Voici ce que vous avez acheté',
  thanks: 'Merci pour votre commande. Tout ce qui en fait partie se trouve ci-dessous.',
  code: 'Code',
  worth: (amount) => `Valeur : ${amount}`,
  until: (date) => `Valable jusqu’au ${date}`,
  withdraw: (date) => `Vous pouvez vous rétracter sans motif jusqu’au ${date}, tant que rien n’a été utilisé.`,
  secret: 'Quiconque possède le code peut l’utiliser : gardez bien ce mail. Vous pouvez aussi l’imprimer et l’offrir.',
};

const de: ProductsWords = {
  subject: (number) => `Ihre Bestellung ${number}`,
  heading: 'Das haben Sie gekauft',
  thanks: 'Vielen Dank für Ihre Bestellung. Alles, was dazugehört, finden Sie unten.',
  code: 'Code',
  worth: (amount) => `Wert: ${amount}`,
  until: (date) => `Gültig bis ${date}`,
  withdraw: (date) => `Sie können dies ohne Angabe von Gründen bis ${date} widerrufen, solange es nicht benutzt wurde.`,
  secret:
    'Wer den Code hat, kann ihn benutzen: Bewahren Sie diese Mail gut auf. Sie können ihn auch ausdrucken und verschenken.',
};

/** The words by language. */
export const PRODUCTS_WORDS: Readonly<Record<Language, ProductsWords>> = { nl, en, fr, de };
