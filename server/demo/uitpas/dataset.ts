/** publiq's own test data (docs.publiq.be, UiTPAS test dataset), and where it says so, a card or event of ours beside it. */

export const TEST_ORGANIZER = {
  id: '0ce87cbc-9299-4528-8d35-92225dc9489f',
  name: '[TEST] UiTPAS Organisatie (Regio Gent + Paspartoe)',
} as const;

/** An event of UiTdatabank. */
export interface StandInEvent {
  readonly id: string;
  /** Discounted tickets a card may have in seven days. */
  readonly perWeek: number;
  /** False: its organiser gave our client no permission. */
  readonly permitted: boolean;
}

export const TEST_EVENTS = {
  /** "Permanente UiTPAS Test Festiviteit". */
  fine: { id: '5a0967f9-cc06-4c3c-9206-30481a767434', perWeek: 100, permitted: true },
  oncePerWeek: { id: 'd83b5b8a-108a-45d6-9ac9-8bdc44a0a24a', perWeek: 1, permitted: true },
  withoutPermission: { id: '373d6cee-b4ae-4637-9b7c-eeb79e45f044', perWeek: 100, permitted: false },
} as const satisfies Record<string, StandInEvent>;

export interface Coupon {
  readonly id: string;
  readonly name: string;
  /** Euros that it takes off. */
  readonly off: number;
}

/** A card, as far as tariffs depend on it. */
export interface StandInCard {
  readonly number: string;
  readonly status: 'active' | 'blocked' | 'unregistered';
  readonly social: 'none' | 'active' | 'expired' | 'suspended' | 'elsewhere';
  readonly coupons: readonly Coupon[];
  /** Places a group pass may have at its tariff; undefined for a card of one person. */
  readonly group?: number;
}

const card = (
  number: string,
  social: StandInCard['social'],
  more: Partial<Pick<StandInCard, 'status' | 'coupons' | 'group'>> = {},
): StandInCard => ({ number, social, status: 'active', coupons: [], ...more });

export const TEST_CARDS = {
  none: card('0900000095902', 'none'),
  social: card('0900000067513', 'active'),
  socialToo: card('0900000036112', 'active'),
  expired: card('0900000031618', 'expired'),
  expiredInBrussels: card('0900000058918', 'expired'),
  blocked: card('0900000002312', 'active', { status: 'blocked' }),
  otherRegion: card('0900000093204', 'elsewhere'),
  unregistered: card('0900000074519', 'active', { status: 'unregistered' }),
  group: card('0900000045410', 'active', { group: 5 }),
  // Of ours: publiq's data has none that is suspended, and none with a coupon that can be used.
  suspended: card('0900000077777', 'suspended'),
  withCoupon: card('0900000088888', 'active', {
    coupons: [{ id: 'COUPON_1079', name: '[TEST] Cultuurbon 6 euro', off: 6 }],
  }),
} as const satisfies Record<string, StandInCard>;
