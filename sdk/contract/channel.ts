import { z } from 'zod';

/** Through which kind of counter of the selling centre a buyer comes. */
export const channelSchema = z.enum(['web', 'counter', 'kiosk']).meta({ id: 'Channel' });
export type Channel = z.infer<typeof channelSchema>;
