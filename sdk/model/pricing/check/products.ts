import type { PriceList } from '../../../contract/prices/price-list.ts';
import type { Product } from '../../../contract/prices/products.ts';
import { error, type ListProblem, warning } from './problem.ts';

/** Products have what their kind needs, and nothing that only another kind has. */
export function checkProducts({ passes, products }: PriceList): ListProblem[] {
  return [
    ...products.flatMap((product, at) => [
      ...kind(product, at),
      ...price(product, at),
      ...samePrice(product, at, passes),
    ]),
    ...passes.flatMap(({ id }, at) =>
      products.some(({ pass }) => pass === id)
        ? []
        : [
            warning(
              ['passes', at, 'id'],
              'pass-not-sold',
              `no product sells “${id}”, so nobody can buy it here; add one of kind pass, or leave it if you hand it out yourself`,
            ),
          ],
    ),
  ];
}

function kind({ kind: what, offeredWith, pass, perTicket, validMonths, vat }: Product, at: number): ListProblem[] {
  const found: ListProblem[] = [];
  const wrong = (key: string, code: string, message: string) => found.push(error(['products', at, key], code, message));
  if (what === 'pass' && pass === undefined)
    wrong('pass', 'pass-missing', 'a product of kind pass names the pass that is sold');
  if (what !== 'pass' && pass !== undefined)
    wrong('pass', 'not-for-this-kind', 'only a product of kind pass names a pass');
  if (what === 'extra' && vat === undefined) wrong('vat', 'vat-missing', 'say the VAT code of what is sold');
  if ((what === 'voucher' || what === 'donation') && vat !== undefined) {
    wrong(
      'vat',
      'not-for-this-kind',
      `a ${what} has no VAT${what === 'voucher' ? '; it is due when the voucher is used' : ''}`,
    );
  }
  if (what !== 'voucher' && validMonths !== undefined)
    wrong('validMonths', 'not-for-this-kind', 'only a voucher has it; a pass has its period');
  if (perTicket && !offeredWith)
    wrong('perTicket', 'offered-with-missing', 'say with which performances: `offeredWith`');
  return found;
}

function price({ price: asked }: Product, at: number): ListProblem[] {
  if ('cents' in asked) return [];
  const { least, most, proposals, step } = asked;
  if (least > most)
    return [
      error(['products', at, 'price', 'most'], 'never-true', '`most` is less than `least`, so no amount can be chosen'),
    ];
  return proposals.flatMap((cents, index) => {
    const possible = cents >= least && cents <= most && (cents - least) % step === 0;
    const message = `${cents} cannot be chosen: from ${least} to ${most} in steps of ${step}`;
    return possible ? [] : [error(['products', at, 'price', 'proposals', index], 'not-to-choose', message)];
  });
}

function samePrice({ pass, price: asked }: Product, at: number, passes: PriceList['passes']): ListProblem[] {
  const formula = passes.find(({ id }) => id === pass);
  if (!formula || ('cents' in asked && asked.cents === formula.price)) return [];
  return [
    warning(
      ['products', at, 'price'],
      'price-differs',
      `the pass “${formula.id}” itself says ${formula.price} cents; make them the same`,
    ),
  ];
}
