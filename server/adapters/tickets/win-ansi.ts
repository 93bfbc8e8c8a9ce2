/** The characters of Windows-1252 above Latin-1, which PDF's built-in fonts can show besides it. */
const EXTRA = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** Letters and signs without a decomposition of their own, by what a reader takes for them. */
const SPELLED: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŋ: 'ng',
  ſ: 's',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u202f': '\u00a0',
  '\u2009': ' ',
  '\u2028': ' ',
};

const shows = (letter: string) => /[\x20-\x7e\u00a0-\u00ff]/.test(letter) || EXTRA.includes(letter);

/**
 * Spells a text with what the fonts built into every PDF reader can show (Windows-1252): ř becomes r, ł becomes l, and
 * what has no likeness there (emoji, other scripts, control characters) is left out. Never longer than a little, never throws.
 */
export function toWinAnsi(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      if (shows(letter)) return letter;
      if (letter in SPELLED) return SPELLED[letter];
      if (/\s/.test(letter)) return ' ';
      return [...letter.normalize('NFKD')].filter(shows).join('');
    })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}
