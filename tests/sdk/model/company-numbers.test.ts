import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCompanyNumber, readIban } from '../../../sdk/model/company-numbers.ts';

describe('an account number', () => {
  it('is read however people write it', () => {
    for (const text of ['BE68 5390 0754 7034', 'be68539007547034', 'BE68-5390-0754-7034']) {
      assert.equal(readIban(text), 'BE68539007547034');
    }
    assert.equal(readIban('NL91 ABNA 0417 1643 00'), 'NL91ABNA0417164300');
  });

  it('is refused with a wrong digit, two that changed places, or a wrong length', () => {
    for (const text of [
      'BE68 5390 0754 7035',
      'BE68 5390 0757 4034',
      'BE68 5390 0754 703',
      'BE',
      '',
      '539-0075470-34',
    ]) {
      assert.equal(readIban(text), undefined, text);
    }
  });
});

describe('an enterprise number', () => {
  it('is read with and without country, dots and its leading zero', () => {
    for (const text of ['0123.456.749', 'BE 0123.456.749', 'BE0123456749', '123456749']) {
      assert.equal(readCompanyNumber(text), '0123456749');
    }
  });

  it('is refused when its check does not fit or it is something else', () => {
    for (const text of ['0123.456.748', 'NL123456789B01', '9123456749', '', '01234567490']) {
      assert.equal(readCompanyNumber(text), undefined, text);
    }
  });
});
