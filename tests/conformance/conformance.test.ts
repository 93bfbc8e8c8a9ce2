import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OWNER_URL, ownerApp, SELLERS, TERMS } from './broken/app.ts';
import { FORMULAS } from './broken/bundles.ts';
import { DEFECTS, type Defect } from './broken/defects.ts';
import { checks } from './checks/index.ts';
import { type Finding, judge } from './kit/run.ts';
import type { Time } from './kit/time.ts';

/** A clock that goes on only when somebody waits, so that nobody has to. */
function passingTime(): Time {
  let now = Date.parse('2026-11-22T10:00:00Z');
  return {
    now: () => now,
    async pause(milliseconds) {
      now += milliseconds;
    },
  };
}

const FINAL = 'undoes no sale where the agreement does not let it';
const NEVER = { ...TERMS, refunds: 'never' } as const;

interface Trial {
  readonly defect?: Defect;
  /** The only check to judge by. */
  readonly named?: string;
  readonly terms?: typeof TERMS;
}

function judged({ defect, named, terms = TERMS }: Trial = {}): Promise<readonly Finding[]> {
  const time = passingTime();
  const [subject, other] = SELLERS;
  const chosen = checks.filter(({ name }) => (named ?? name) === name);
  const asked = { url: OWNER_URL, ...subject, other, formulas: FORMULAS, fetch: ownerApp(time, defect, terms), time };
  return judge(asked, () => {}, chosen);
}
const unlike = (findings: readonly Finding[], wanted: Finding['outcome']) =>
  findings.filter(({ outcome }) => outcome !== wanted).map(({ name, outcome, why }) => [outcome, name, why]);

describe('the conformance kit', () => {
  it('finds nothing wrong with an owner that keeps every promise', async () => {
    const findings = await judged();
    assert.deepEqual(unlike(findings, 'passed'), [['not judged', FINAL, 'The agreement lets the seller undo sales.']]);
    assert.equal(findings.length, checks.length + 1);
  });

  it('finds nothing wrong with one that lets its partner undo nothing, and says what it could not see', async () => {
    const unseen = unlike(await judged({ terms: NEVER }), 'passed');
    assert.deepEqual([...new Set(unseen.map(([outcome]) => outcome))], ['not judged']);
    assert.equal(unseen.length, 2);
  });

  for (const [defect, names] of Object.entries(DEFECTS) as [Defect, readonly string[]][]) {
    it(`sees one that ${defect}`, async () => {
      for (const named of names) {
        const findings = await judged({ defect, named, ...(named === FINAL && { terms: NEVER }) });
        assert.deepEqual(findings.map(({ name, outcome }) => [name, outcome]).slice(1), [[named, 'failed']]);
      }
    });
  }

  it('has no check that no broken server is seen by', () => {
    const aimed = new Set<string>(Object.values(DEFECTS).flat());
    assert.deepEqual(
      checks.map(({ name }) => name).filter((name) => !aimed.has(name)),
      [],
    );
  });
});
