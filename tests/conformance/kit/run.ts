import { agreementSchema } from '../../../sdk/contract/index.ts';
import { checks as allChecks } from '../checks/index.ts';
import { fits } from './answers.ts';
import { Broken, type Check, type Formulas, NotJudged, type Scene } from './check.ts';
import { findHall } from './hall.ts';
import { createPartner, type Fetch, type Partner } from './partner.ts';
import { signingKey } from './signing.ts';
import { realTime, type Time } from './time.ts';

/** Who is asked, and in whose name. */
export interface Subject {
  /** Base address of the owning centre's API, such as `https://tickets.example/centres/de-brug`. */
  readonly url: string;
  readonly agreement: string;
  /** The selling centre's Ed25519 seed, 32 bytes. */
  readonly key: Uint8Array;
  /** A second agreement with the same centre, for what the two must not see of each other. */
  readonly other?: { readonly agreement: string; readonly key: Uint8Array };
  /** The only performance to reserve in; the kit chooses one itself without it. */
  readonly performance?: string;
  readonly formulas?: Formulas;
  readonly fetch?: Fetch;
  readonly time?: Time;
}

/** What became of one check. `why` says what was seen, or what was lacking to judge. */
export interface Finding {
  readonly group: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'not judged';
  readonly why: string;
}

/**
 * Judges a centre by the protocol between centres. It reserves, sells and gives back a few places, one check after the
 * other, and leaves nothing held.
 * @param tell Hears each finding as soon as there is one.
 */
export async function judge(
  subject: Subject,
  tell: (finding: Finding) => void = () => {},
  checks: readonly Check[] = allChecks,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const find = async ({ group, name }: Pick<Check, 'group' | 'name'>, act: () => Promise<void>) => {
    const finding = { group, name, ...(await outcomeOf(act)) };
    findings.push(finding);
    tell(finding);
  };
  const scenes: Scene[] = [];
  await find({ group: 'opening', name: 'shows its agreement, and a performance to reserve in' }, async () => {
    scenes.push(await setTheScene(subject));
  });
  for (const scene of scenes) {
    for (const check of checks) {
      await find(check, () => check.run(scene));
      for (const partner of [scene.partner, scene.other]) if (partner) await tidy(partner);
    }
  }
  return findings;
}

async function setTheScene({ url, agreement, key, other, performance, ...given }: Subject): Promise<Scene> {
  const { fetch = globalThis.fetch, formulas = {}, time = realTime } = given;
  const partnerFor = (id: string, seed: Uint8Array) =>
    createPartner({ url, agreement: id, key: signingKey(seed), fetch, time });
  const partner = partnerFor(agreement, key);
  const { terms } = fits(await partner.send('GET', '/agreement'), agreementSchema, 200);
  const hall = await findHall(partner, terms, performance);
  return { partner, terms, time, hall, formulas, other: other && partnerFor(other.agreement, other.key) };
}

async function outcomeOf(act: () => Promise<void>): Promise<Pick<Finding, 'outcome' | 'why'>> {
  try {
    await act();
    return { outcome: 'passed', why: '' };
  } catch (error) {
    if (error instanceof NotJudged) return { outcome: 'not judged', why: error.message };
    if (error instanceof Broken) return { outcome: 'failed', why: error.message };
    // No answer at all, or not in time: no reason to stop asking.
    return { outcome: 'failed', why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

/** Gives back whatever a check held or bought. What a broken server will not take back stays its own affair. */
async function tidy(partner: Partner): Promise<void> {
  for (const id of partner.made) {
    for (const reason of ['released', 'returned'] as const) await partner.cancel(id, reason).catch(() => undefined);
  }
  partner.forget();
}
