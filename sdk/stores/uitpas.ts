import type { Access, Client } from '../client/client.ts';
import type { Cart, SealingKey, UitpasAnswer } from '../contract/index.ts';
import { readReference } from '../model/reference.ts';
import type { Failure, Result } from './types.ts';

/** What a cart does about UiTPAS. Sealed numbers are kept in memory until they were used; numbers never are. */
export interface UitpasVerbs {
  ask(access: Access, cart: Cart, line: string, number: string): Promise<Result<UitpasAnswer>>;
  take(access: Access, lines: readonly string[], tariff: string | null): Promise<Result<Cart>>;
  forget(): void;
}

const failure = (code: Failure['code']): { readonly error: Failure } => ({ error: { code, retryable: false } });

/** Thirteen digits, however they are grouped; what else somebody types is refused before anything is sent. */
const NUMBER = /^\d{13}$/;

export function createUitpasVerbs(client: Client): UitpasVerbs {
  const proofs = new Map<string, string>();
  return {
    async ask(access, cart, line, typed) {
      const number = typed.replace(/[\s.-]/g, '');
      if (!NUMBER.test(number)) return failure('uitpas_number_invalid');
      const performance = cart.lines.find(({ id }) => id === line)?.performance.id;
      if (performance === undefined) return failure('hold_expired');
      const { data, error } = await client.performance(performance);
      if (error) return { error };
      if (!data.uitpas) return failure('uitpas_not_offered');
      const proof = await seal(number, data.uitpas.key, readReference(performance)?.id ?? performance);
      // A page that is not served over https cannot seal, and an open number is never sent.
      if (proof === null) return failure('uitpas_unavailable');
      const answer = await client.askUitpas(access, { line, proof });
      if (answer.data) proofs.set(line, proof);
      return answer;
    },
    async take(access, lines, tariff) {
      if (tariff === null) return client.takeTariff(access, { lines: [...lines], tariff });
      const proof = lines.map((line) => proofs.get(line)).find((known) => known !== undefined);
      if (proof === undefined) return failure('uitpas_proof_unreadable');
      const taken = await client.takeTariff(access, { lines: [...lines], tariff, proof });
      if (taken.data) for (const line of lines) proofs.delete(line);
      return taken;
    },
    forget: () => proofs.clear(),
  };
}

/** Loaded when the first number is typed: few visitors have a UiTPAS. */
async function seal(number: string, key: SealingKey, performance: string): Promise<string | null> {
  try {
    const { sealNumber } = await import('../client/seal.ts');
    return await sealNumber(number, key, performance);
  } catch {
    // The visitor hears that it cannot be done now; why is the page's own doing.
    return null;
  }
}
