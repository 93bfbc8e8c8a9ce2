/** A tile with a plain drawing of what a method is; no brand's own mark. Each is a 40 by 28 SVG document. */
const tile = (colour: string, drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 28" width="40" height="28"><rect x=".5" y=".5" width="39" height="27" rx="5" fill="${colour}" stroke="#0002"/><g fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${drawing}</g></svg>`;

const CARD = '<rect x="10" y="7" width="20" height="14" rx="2.5"/><path d="M10 12h20M14 17h4"/>';
const BANK = '<path d="M11 12l9-5 9 5M12.5 12.5h15M14 15v4.5M18 15v4.5M22 15v4.5M26 15v4.5M11.5 21.5h17"/>';
const ARROWS = '<path d="M11 11h17l-3.5-3.5M29 17H12l3.5 3.5"/>';
const PHONE_AND_CARD = '<rect x="11" y="6" width="9" height="16" rx="2"/><path d="M14 19h3M23 10h6v8h-6M23 13.5h6"/>';
const PERSON = '<circle cx="20" cy="11" r="3.5"/><path d="M13 21c1-4 4-5.5 7-5.5s6 1.5 7 5.5"/>';
const PRESENT =
  '<rect x="12" y="12" width="16" height="9" rx="1.5"/><path d="M20 12v9M11 9.5h18V12H11zM20 9.5c-4-5-7-1-3 0M20 9.5c4-5 7-1 3 0"/>';

const ICONS: Readonly<Record<string, string>> = {
  bancontact: tile('#1b4f9c', PHONE_AND_CARD),
  kbc: tile('#00688f', BANK),
  cbc: tile('#00688f', BANK),
  belfius: tile('#a8285e', BANK),
  ideal: tile('#8a3d7a', ARROWS),
  creditcard: tile('#3d4a5c', CARD),
  paypal: tile('#2b4a8b', PERSON),
  banktransfer: tile('#4c6b3c', ARROWS),
  giftcard: tile('#8a5a1f', PRESENT),
  voucher: tile('#8a5a1f', PRESENT),
  applepay: tile('#222222', PHONE_AND_CARD),
};

/** The drawing for a method or issuer, as an SVG document; a plain card for one that has none. */
export const iconOf = (id: string): string => ICONS[id] ?? tile('#3d4a5c', CARD);
