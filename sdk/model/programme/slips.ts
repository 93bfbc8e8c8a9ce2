/** So many letters of a word may be wrong. A short word would soon be another one. */
const slipsIn = ({ length }: string): number => {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
};

/**
 * Whether what somebody types is this word, or its beginning, but for a slip in five letters or two in nine: a letter too
 * few or too many, another one, or two that changed places (Damerau and Levenshtein, by rows, as far as it can still end
 * well).
 */
export function isAlmost(typed: string, word: string): boolean {
  const most = Math.max(slipsIn(typed), slipsIn(word));
  if (most === 0 || word.length < typed.length - most || strangersIn(typed, word, most) > most) return false;
  // What comes after that in the word has not been typed yet.
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const now = nextRow(typed, word, row, last, before);
    if (Math.min(...now) > most) return false;
    before = last;
    last = now;
  }
  const isWhole = width === word.length && (last[width] ?? 0) <= slipsIn(word);
  return isWhole || Math.min(...last) <= slipsIn(typed);
}

/** How many letters are nowhere in the word, each of them a slip: most words of a programme need no closer look. */
function strangersIn(typed: string, word: string, most: number): number {
  let count = 0;
  for (let at = 0; at < typed.length && count <= most; at += 1) if (!word.includes(typed.charAt(at))) count += 1;
  return count;
}

/** How many slips there are at least between so many letters of the one and each beginning of the other. */
function nextRow(
  typed: string,
  word: string,
  row: number,
  last: readonly number[],
  before: readonly number[],
): number[] {
  const now = [row];
  const [earlier, letter] = [typed[row - 2], typed[row - 1]];
  for (let at = 1; at < last.length; at += 1) {
    const other = (last[at - 1] ?? 0) + (letter === word[at - 1] ? 0 : 1);
    const tooMany = (last[at] ?? 0) + 1;
    const tooFew = (now[at - 1] ?? 0) + 1;
    const isSwapped = at > 1 && letter === word[at - 2] && earlier === word[at - 1];
    const swapped = isSwapped ? (before[at - 2] ?? 0) + 1 : tooMany;
    now.push(Math.min(other, tooMany, tooFew, swapped));
  }
  return now;
}
