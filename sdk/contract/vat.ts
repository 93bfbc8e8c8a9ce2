import { z } from 'zod';

/** Belgian VAT code of what the line is about, frozen when it was sold: rate in whole percent, or why there is none. */
export const vatCodeSchema = z.enum(['BE-21', 'BE-12', 'BE-6', 'BE-0', 'BE-EXEMPT-44']).meta({ id: 'VatCode' });
export type VatCode = z.infer<typeof vatCodeSchema>;
