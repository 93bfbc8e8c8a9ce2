import { type CartChoices, cartChoicesSchema } from '../../../sdk/contract/prices/index.ts';
import type { Tokens } from '../../adapters/tokens.ts';

/** What a cart has beside places while nothing was chosen. */
export const NO_CHOICES: CartChoices = cartChoicesSchema.parse({});

/** Choices as they are stored: every code sealed. */
export const sealChoices = (tokens: Tokens, choices: CartChoices): CartChoices => ({
  ...choices,
  codes: choices.codes.map((code) => tokens.seal(code)),
  visits: choices.visits.map((visit) => ({ ...visit, code: tokens.seal(visit.code) })),
});

/** Choices as the buyer made them. Codes that were sealed with another secret are gone. */
export const unsealChoices = (tokens: Tokens, stored: CartChoices): CartChoices => ({
  ...NO_CHOICES,
  ...stored,
  codes: stored.codes.flatMap((code) => tokens.unseal(code) ?? []),
  visits: stored.visits.flatMap((visit) => {
    const code = tokens.unseal(visit.code);
    return code === null ? [] : [{ ...visit, code }];
  }),
});

/** Whether nothing at all was chosen. */
export const isNothing = (choices: CartChoices): boolean => Object.values(choices).every((some) => some.length === 0);
