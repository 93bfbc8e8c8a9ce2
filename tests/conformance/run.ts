/**
 * Judges any server that claims to speak the protocol between centres, as an owning centre:
 *
 *     npm run conformance -- --url https://tickets.example/centres/de-brug --agreement <uuid> --key env:SELLER_KEY
 *
 * The agreement must be active, with the public key of `--key` among the seller's keys. The kit reserves, sells and gives
 * back places of one performance; let it have one of its own, and an agreement that allows at most 20 held places and
 * refunds until the start, or some checks cannot be made. Ends with `N passed, N failed`.
 */
import { parseArgs } from 'node:util';
import { checks } from './checks/index.ts';
import { lineOf, summaryOf } from './kit/report.ts';
import { judge, type Subject } from './kit/run.ts';

const USAGE = `npm run conformance -- --url <address> --agreement <uuid> --key <seed>
  --url              base address of the owning centre's API
  --agreement        id of the agreement
  --key              the selling centre's Ed25519 seed, 32 bytes in base64; or env:NAME to read it from there
  --other-agreement  id of a second agreement with the same centre (optional), with
  --other-key        its seed
  --performance      the only performance to reserve in (optional)
  --subscription     a subscription that makes the performance cheaper (optional), from
  --size             so many performances on; 1 without it
  --pass             a pass that lets visit the performance (optional)
  --only             only the checks whose group or name has this in it (optional)`;

function seedOf(told: string): Uint8Array {
  const name = /^env:(\w+)$/.exec(told)?.[1];
  return Buffer.from(name ? (process.env[name] ?? '') : told, 'base64');
}

function read(parameters: readonly string[]): { readonly subject: Subject; readonly only: string } {
  const text = { type: 'string' } as const;
  const others = { 'other-agreement': text, 'other-key': text };
  const formulas = { subscription: text, size: text, pass: text };
  const options = { url: text, agreement: text, key: text, performance: text, only: text, ...others, ...formulas };
  const { values } = parseArgs({ args: [...parameters], options });
  const { url, agreement, key, performance, only = '', 'other-agreement': other, 'other-key': otherKey } = values;
  const { subscription: formula, size = '1', pass } = values;
  if (!url || !agreement || !key) throw new Error(USAGE);
  const subject = {
    ...{ url, agreement, key: seedOf(key) },
    ...(other && otherKey && { other: { agreement: other, key: seedOf(otherKey) } }),
    ...(performance && { performance }),
    formulas: { ...(formula && { subscription: { formula, size: Number(size) } }), ...(pass && { pass }) },
  };
  return { subject, only };
}

try {
  const { subject, only } = read(process.argv.slice(2));
  const chosen = checks.filter(({ group, name }) => `${group} ${name}`.includes(only));
  const findings = await judge(subject, (finding) => console.log(lineOf(finding)), chosen);
  console.log(`\n${summaryOf(findings)}`);
  const isThere = (outcome: string) => findings.some((finding) => finding.outcome === outcome);
  process.exitCode = isThere('passed') && !isThere('failed') ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
