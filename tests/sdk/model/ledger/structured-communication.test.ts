import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { epcQr, settlementCommunication, structuredCommunication } from '../../../../sdk/model/ledger/index.ts';

describe('a structured communication', () => {
  it('is what the Belgian banks make of a number', () => {
    for (const [number, text] of [
      [851_927_541, '+++085/1927/54115+++'],
      [123_456_789, '+++012/3456/78939+++'],
      [97, '+++000/0000/09797+++'],
      [1, '+++000/0000/00101+++'],
    ] as const) {
      assert.equal(structuredCommunication(number), text);
    }
  });

  it('checks by 97 whatever it is made of, and has no room for more than ten digits', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(), (agreement, salt) => {
        const hash = (text: string) => Buffer.from(`${salt}${text}`).toString('hex');
        const text = settlementCommunication(agreement, '2026-11', hash);
        assert.match(text, /^\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+$/);
        const digits = text.replaceAll(/\D/g, '');
        assert.equal(Number(digits.slice(10)), Number(digits.slice(0, 10)) % 97 || 97);
      }),
    );
    for (const number of [-1, 0.5, 10_000_000_000, Number.NaN]) {
      assert.throws(() => structuredCommunication(number), RangeError);
    }
  });
});

describe('an EPC QR', () => {
  const transfer = {
    name: 'De Brug vzw',
    iban: 'BE68 5390 0754 7034',
    bic: 'GKCCBEBB',
    cents: 133_005,
    communication: '+++085/1927/54115+++',
  };

  it('says in eleven lines what the bank’s app must prepare', () => {
    assert.equal(
      epcQr(transfer),
      'BCD\n002\n1\nSCT\nGKCCBEBB\nDe Brug vzw\nBE68539007547034\nEUR1330.05\n\n\n+++085/1927/54115+++',
    );
    const { bic, ...rest } = transfer;
    assert.equal(epcQr(rest).split('\n')[4], '', bic);
  });

  it('cannot be led astray by a name, and stays within its 331 bytes', () => {
    const name = `Kwaad\nBE00 0000 0000 0000\n${'é'.repeat(300)}`;
    const text = epcQr({ ...transfer, name });
    assert.equal(text.split('\n').length, 11);
    assert.ok(Buffer.byteLength(text) <= 331);
  });

  it('is of a cent up to a billion euros less a cent', () => {
    assert.match(epcQr({ ...transfer, cents: 1 }), /EUR0\.01/);
    assert.match(epcQr({ ...transfer, cents: 99_999_999_999 }), /EUR999999999\.99/);
    for (const cents of [0, -5, 1.5, 100_000_000_000]) {
      assert.throws(() => epcQr({ ...transfer, cents }), RangeError);
    }
  });
});
