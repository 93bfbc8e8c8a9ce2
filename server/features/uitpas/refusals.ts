/** All that asking for a tariff, taking one and registering its sale may be refused for, by UiTPAS or before. */
export const UITPAS_REFUSALS = [
  ...(['uitpas_not_offered', 'uitpas_event_unknown', 'uitpas_number_invalid', 'uitpas_passholder_unknown'] as const),
  ...(['uitpas_card_invalid', 'uitpas_card_blocked', 'uitpas_tariff_expired', 'uitpas_tariff_suspended'] as const),
  ...(['uitpas_coupon_invalid', 'uitpas_proof_unreadable', 'uitpas_maximum_reached', 'uitpas_tariff_gone'] as const),
  'uitpas_unavailable',
] as const;
