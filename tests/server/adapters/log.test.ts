import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLog } from '../../../server/adapters/log.ts';
import { standingClock } from '../../harness/http.ts';

const record = () => {
  const lines: string[] = [];
  return { lines, log: createLog(standingClock(), (line) => lines.push(line)) };
};

describe('the log', () => {
  it('is one JSON object a line, with when, how bad and what', () => {
    const { lines, log } = record();
    log.info('centre-started', { centre: 'de-lantaarn' });
    log.warn('odd');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      [
        { at: '2026-11-22T10:00:00.000Z', level: 'info', event: 'centre-started', centre: 'de-lantaarn' },
        { at: '2026-11-22T10:00:00.000Z', level: 'warn', event: 'odd' },
      ],
    );
  });

  it('keeps of an error its name, message and code, and not the values a database quotes', () => {
    const { lines, log } = record();
    const error = Object.assign(new Error('duplicate key value violates unique constraint "orders_pkey"'), {
      code: '23505',
      detail: 'Key (email)=(an@voorbeeld.example) already exists.',
    });
    log.error('failed', error, { order: 'x' });
    const [line] = lines.map((text) => JSON.parse(text));
    assert.deepEqual([line.cause, line.code, line.order], ['Error', '23505', 'x']);
    assert.ok(!lines[0]!.includes('voorbeeld'));
  });

  it('survives what is no error', () => {
    const { lines, log } = record();
    log.error('failed', 'an@voorbeeld.example');
    assert.ok(!lines[0]!.includes('voorbeeld'));
  });
});
