import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ERROR_STATUS, type ErrorCode, errorSchema } from '../../../sdk/contract/index.ts';
import { createLog } from '../../../server/adapters/log.ts';
import { FoyerError } from '../../../server/errors.ts';
import { answerErrors } from '../../../server/http/errors.ts';
import { bareApp, standingClock } from '../../harness/http.ts';

/** An app whose only route throws. */
function throwing(error: unknown) {
  const lines: string[] = [];
  const app = bareApp();
  app.onError(answerErrors(createLog(standingClock(), (line) => lines.push(line))));
  app.get('/', () => {
    throw error;
  });
  return { answer: app.request('/', { headers: { 'X-Request-Id': 'request-of-test' } }), lines };
}

describe('what is thrown', () => {
  for (const code of Object.keys(ERROR_STATUS) as ErrorCode[]) {
    it(`as ${code} is answered with its status and the request’s id`, async () => {
      const answer = await throwing(new FoyerError(code, { field: 'a.0', seats: ['A-1'], retryAfter: 5 })).answer;
      assert.equal(answer.status, ERROR_STATUS[code]);
      const { error } = errorSchema.parse(await answer.json());
      assert.deepEqual(
        { ...error, message: undefined },
        { code, message: undefined, field: 'a.0', seats: ['A-1'], retryAfter: 5, requestId: 'request-of-test' },
      );
      assert.equal(answer.headers.get('Retry-After'), '5');
    });
  }

  it('by surprise tells the caller nothing but the id under which it was logged', async () => {
    const { answer, lines } = throwing(new Error('password is hunter2'));
    const text = await (await answer).text();
    assert.equal((await answer).status, 500);
    assert.ok(!text.includes('hunter2'));
    assert.ok(text.includes('request-of-test'));
    assert.ok(lines.some((line) => line.includes('request-of-test') && line.includes('hunter2')));
  });

  it('by a database that is away is worth another try', async () => {
    for (const code of ['ECONNREFUSED', '57P01', '53300', '08006']) {
      const answer = await throwing(Object.assign(new Error('gone'), { code })).answer;
      assert.deepEqual([answer.status, answer.headers.get('Retry-After')], [503, '1']);
    }
  });

  it('because of a token asks for one', async () => {
    const answer = await throwing(new FoyerError('token_missing')).answer;
    assert.equal(answer.headers.get('WWW-Authenticate'), 'Bearer');
  });
});
