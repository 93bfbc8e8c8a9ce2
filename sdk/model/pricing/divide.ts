/**
 * Divides an amount over shares in proportion to their weights, by largest remainder: no cent appears or vanishes. Where
 * remainders are equal, the earlier share has the cent. Without any weight all weigh the same.
 */
export function divide(cents: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0)
    return weights.length === 0
      ? []
      : divide(
          cents,
          weights.map(() => 1),
        );
  const shares = weights.map((weight) => Math.floor((cents * weight) / sum));
  const left = cents - shares.reduce((total, share) => total + share, 0);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (cents * weight) % sum }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
