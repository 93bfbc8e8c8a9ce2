import { readFileSync } from 'node:fs';
import type { AgreementTerms } from '../../sdk/contract/network/agreement.ts';
import type { WrittenPriceList } from '../../sdk/contract/prices/index.ts';
import type { Text } from '../../sdk/contract/text.ts';
import type { HallId, Production } from './season-productions.ts';
import type { SiteFace } from './sites/face.ts';

/** The clocks of all demo centres. */
export const TIME_ZONE = 'Europe/Brussels';

/** Who a centre is to everybody, wherever the demo runs. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly address: string;
  readonly language: 'nl';
  readonly currency: 'EUR';
  readonly timeZone: typeof TIME_ZONE;
}

/** A price type by a centre's own rule. */
export interface DemoPriceType {
  readonly id: string;
  readonly name: Text;
  readonly explanation: Text | null;
  /** Euros that it makes of the full price. */
  readonly euros: (full: number) => number;
}

/** A fictional centre: its hall, season, prices, terms and face. What depends on where the demo runs is not here. */
export interface DemoCentre {
  readonly profile: Profile;
  readonly hall: HallId;
  /** The full price first. */
  readonly priceTypes: readonly DemoPriceType[];
  /** Service cost, part of every price that is not free. */
  readonly feeCents: number;
  readonly productions: readonly Production[];
  /** Its price list, from its own file: rules, subscriptions, passes and products. */
  readonly prices: WrittenPriceList;
  /** What it lets who sells for it keep. */
  readonly commission: AgreementTerms['commission'];
  /** Of its tickets and mails. */
  readonly colour: string;
  /** A PNG, on the same. */
  readonly logo: Uint8Array;
  readonly face: SiteFace;
  /** UiTPAS can be used for all that it plays. */
  readonly uitpas?: true;
}

/** A reduced price: whole euros, never above the full one and never below what an evening costs the house. */
export const reduced = (full: number, euros: number, lowest = 6): number =>
  Math.min(full, Math.max(lowest, Math.round(euros)));

/** Reads a price list that lies beside a centre's module. */
export const readPrices = (module: string): WrittenPriceList =>
  JSON.parse(readFileSync(new URL('./prices.json', module), 'utf8')) as WrittenPriceList;

/** Reads the logo that lies there too. */
export const readLogo = (module: string): Uint8Array => readFileSync(new URL('./logo.png', module));
