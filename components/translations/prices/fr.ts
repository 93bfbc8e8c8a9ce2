import type { PriceWords } from './index.ts';

export const fr: PriceWords = {
  errors: {
    code_unknown: 'Nous ne connaissons pas ce code. Vérifiez-le, ou demandez-nous.',
    code_expired: 'Ce code n’est plus valable.',
    voucher_empty: 'Il ne reste rien sur ce bon.',
    formula_unknown: 'Cette formule n’existe plus.',
    product_unknown: 'Nous ne vendons plus ceci.',
    product_not_offered: 'Ceci va avec un autre ticket, ou il y en a trop.',
    price_type_locked: 'Pour ce prix, il vous faut un pass.',
    pass_fully_used: 'Ce pass ne permet plus de réserver pour le moment.',
    subscription_incomplete: 'Votre abonnement n’est pas encore complet.',
    not_withdrawable: 'La rétractation n’est plus possible.',
  },
};
