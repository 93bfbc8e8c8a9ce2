import { freeSets, served } from './cheapest-free.ts';
import { type Choices, chooseSet, open, type Setting } from './choices.ts';
import type { TrueRule } from './conditions.ts';
import { priceAfter } from './effects.ts';

/** Every place gets the first rule that is true of it and still has a place to give. */
export function pickFirst(rules: readonly TrueRule[], setting: Setting): Choices {
  const choices: Choices = new Map();
  for (const candidate of rules) {
    const { rule } = candidate;
    const left = open(candidate, setting, choices);
    if (rule.effect.kind === 'cheapest-free') {
      for (const set of freeSets(candidate, left, setting.people, () => 0)) chooseSet(choices, rule, set);
      continue;
    }
    for (const standing of served(candidate, left, setting.people)) {
      choices.set(standing, { rule, cents: priceAfter(rule.effect, standing.cents, setting.rounding) });
    }
  }
  return choices;
}
