/** Where most people in Belgium have their mail; of two that are as near, the first is meant. */
const DOMAINS = [
  'gmail.com',
  'hotmail.com',
  'hotmail.be',
  'outlook.com',
  'outlook.be',
  'telenet.be',
  'skynet.be',
  'proximus.be',
  'icloud.com',
  'yahoo.com',
  'live.be',
  'me.com',
  'scarlet.be',
  'pandora.be',
];

/** They have no mail under any other ending. */
const ONE_ENDING = ['gmail', 'icloud', 'telenet', 'skynet'];

/** One letter away from one of ours, and right. */
const OTHERS = ['mail.com', 'email.com', 'ymail.com'];

/** Endings that people here have: `hotmail.fr` is no slip of the keyboard. */
const ENDINGS = ['be', 'com', 'de', 'es', 'eu', 'fr', 'it', 'lu', 'net', 'nl', 'org', 'pt', 'uk'];

/** Of shorter names, another one is a letter away. */
const SHORTEST = 5;

/** The address that was probably meant by one that is a slip of the keyboard away from a common one; null for all others. */
export function nearMiss(address: string): string | null {
  const [, local, typed] = /^([^@\s]+)@([^@\s]+)$/.exec(address.trim()) ?? [];
  const domain = typed?.toLowerCase() ?? '';
  if (!local || DOMAINS.includes(domain) || OTHERS.includes(domain)) return null;
  const meant = DOMAINS.find((known) => isSlipOf(known, domain));
  return meant ? `${local}@${meant}` : null;
}

function isSlipOf(known: string, typed: string): boolean {
  const [name, ending] = parts(known);
  const [typedName, typedEnding] = parts(typed);
  if (typedEnding === '') return isNear(known, typed) || (name.length >= SHORTEST && name === typed);
  if (typedName === name && ONE_ENDING.includes(name)) return true;
  const isName = name.length < SHORTEST ? typedName === name : isNear(name, typedName);
  return isName && (typedEnding === ending || (!ENDINGS.includes(typedEnding) && isNear(ending, typedEnding)));
}

/** Name and ending of a domain; without a dot there is no ending. */
function parts(domain: string): [string, string] {
  const dot = domain.lastIndexOf('.');
  return dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot + 1)];
}

/** The same but for one letter: another one, one more, one less, or two that changed places. */
function isNear(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one, other].map((text) => text.slice(start, text.length - end)) as [string, string];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left === `${right[1]}${right[0]}`;
}
