import type { Schema } from './conform.ts';

/**
 * The open seating-plan JSON of pretix, as far as Foyer needs it; other keys are tolerated and ignored.
 * Positions are pixels and add up: a seat's is relative to its row's, that to its zone's.
 * @see https://github.com/pretix/pretix src/pretix/static/seating/seating-plan.schema.json
 */
export interface PretixPlan {
  readonly name: string;
  readonly categories: readonly { readonly name: string; readonly color?: string }[];
  readonly zones: readonly PretixZone[];
}
export interface PretixZone {
  readonly name?: string;
  readonly zone_id?: string;
  readonly position?: PretixPoint;
  readonly rows: readonly PretixRow[];
  readonly areas?: readonly PretixArea[];
}
export interface PretixRow {
  readonly row_number: string;
  readonly position?: PretixPoint;
  readonly seats: readonly PretixSeat[];
}
export interface PretixSeat {
  readonly seat_guid: string;
  readonly seat_number: string;
  readonly category: string;
  readonly position: PretixPoint;
}
export interface PretixArea {
  readonly shape?: string;
  readonly rotation?: number;
  readonly position?: PretixPoint;
  readonly width?: number;
  readonly height?: number;
  readonly rectangle?: { readonly width: number; readonly height: number };
  readonly circle?: { readonly radius: number };
  readonly ellipse?: { readonly radius: PretixPoint };
  readonly polygon?: { readonly points: readonly PretixPoint[] };
  readonly text?: string | { readonly text: string; readonly position?: PretixPoint };
}
export interface PretixPoint {
  readonly x: number;
  readonly y: number;
}

/** What a file must have to be read as a pretix plan. */
export const pretixSchema: Schema = {
  $ref: '#/$defs/plan',
  $defs: {
    plan: {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 200 },
        categories: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/category' } },
        zones: { type: 'array', minItems: 1, maxItems: 200, items: { $ref: '#/$defs/zone' } },
      },
      required: ['name', 'categories', 'zones'],
    },
    category: {
      type: 'object',
      properties: { name: { type: 'string', minLength: 1, maxLength: 200 }, color: { type: 'string', maxLength: 100 } },
      required: ['name'],
    },
    zone: {
      type: 'object',
      properties: {
        name: { type: 'string', maxLength: 200 },
        zone_id: { type: 'string', maxLength: 200 },
        position: { $ref: '#/$defs/point' },
        rows: { type: 'array', maxItems: 5000, items: { $ref: '#/$defs/row' } },
        areas: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/area' } },
      },
      required: ['rows'],
    },
    row: {
      type: 'object',
      properties: {
        row_number: { type: 'string', maxLength: 24 },
        position: { $ref: '#/$defs/point' },
        seats: { type: 'array', maxItems: 2000, items: { $ref: '#/$defs/seat' } },
      },
      required: ['row_number', 'seats'],
    },
    seat: {
      type: 'object',
      properties: {
        seat_guid: { type: 'string', minLength: 1, maxLength: 200 },
        seat_number: { type: 'string', maxLength: 24 },
        category: { type: 'string', maxLength: 200 },
        position: { $ref: '#/$defs/point' },
      },
      required: ['seat_guid', 'seat_number', 'category', 'position'],
    },
    area: {
      type: 'object',
      properties: {
        shape: { type: 'string', maxLength: 40 },
        rotation: { type: 'number', minimum: -100000, maximum: 100000 },
        position: { $ref: '#/$defs/point' },
        width: { $ref: '#/$defs/length' },
        height: { $ref: '#/$defs/length' },
        rectangle: {
          type: 'object',
          properties: { width: { $ref: '#/$defs/length' }, height: { $ref: '#/$defs/length' } },
          required: ['width', 'height'],
        },
        circle: { type: 'object', properties: { radius: { $ref: '#/$defs/length' } }, required: ['radius'] },
        ellipse: { type: 'object', properties: { radius: { $ref: '#/$defs/point' } }, required: ['radius'] },
        polygon: {
          type: 'object',
          properties: { points: { type: 'array', minItems: 3, maxItems: 1000, items: { $ref: '#/$defs/point' } } },
          required: ['points'],
        },
        text: {
          type: ['string', 'object'],
          maxLength: 200,
          properties: { text: { type: 'string', maxLength: 200 }, position: { $ref: '#/$defs/point' } },
          required: ['text'],
        },
      },
    },
    length: { type: 'number', minimum: -100000, maximum: 100000 },
    point: {
      type: 'object',
      properties: { x: { $ref: '#/$defs/length' }, y: { $ref: '#/$defs/length' } },
      required: ['x', 'y'],
    },
  },
};

/** Says whether a JSON value looks like a plan of pretix rather than like one of ours. */
export const looksLikePretix = (value: object): boolean =>
  'categories' in value && 'zones' in value && !('format' in value);
