import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FoyerError } from '../../../../server/errors.ts';
import { checkReturnUrl } from '../../../../server/features/orders/return-url.ts';

const ORIGINS = ['https://www.delantaarn.example', 'http://localhost:4001', 'http://www.delantaarn.example'];

describe('the page a buyer comes back to', () => {
  for (const address of [
    'https://www.delantaarn.example/voorstelling/x?a=1#kaart',
    'https://www.delantaarn.example:443/',
    'http://localhost:4001/voorstelling/x',
  ]) {
    it(`may be ${address}`, () => checkReturnUrl(address, ORIGINS));
  }

  for (const address of [
    'https://delantaarn.example/',
    'https://www.delantaarn.example.evil.example/',
    'https://www.delantaarn.example@evil.example/',
    'https://user:secret@www.delantaarn.example/',
    'http://www.delantaarn.example/',
    'http://localhost:4002/',
    'javascript:alert(1)',
    'data:text/html,x',
    'foyer://www.delantaarn.example/',
  ]) {
    it(`may not be ${address}`, () => {
      assert.throws(
        () => checkReturnUrl(address, ORIGINS),
        (error) => error instanceof FoyerError && error.code === 'return_url_not_allowed',
      );
    });
  }
});
