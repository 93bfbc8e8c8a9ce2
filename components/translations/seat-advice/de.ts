import type { SeatAdviceWords } from './index.ts';

export const de: SeatAdviceWords = {
  alone: (places: string, count: number) =>
    count === 1
      ? `So bleibt ein einzelner Platz übrig: ${places}. Den wählt niemand mehr, deshalb können Sie so nicht bestellen: Rücken Sie weiter, oder nehmen Sie ihn dazu.`
      : `So bleiben einzelne Plätze übrig: ${places}. Die wählt niemand mehr, deshalb können Sie so nicht bestellen: Rücken Sie weiter, oder nehmen Sie sie dazu.`,
  takeToo: (place: string) => `${place} dazunehmen`,
  moveTo: (places: string) => `Lieber ${places} nehmen`,
  mended: 'In Ordnung, so bleibt kein Platz allein.',
  lost: (place: string) => `${place} wurde gerade von jemand anderem gewählt.`,
  instead: (places: string) => `Stattdessen ${places} nehmen`,
  show: 'Im Plan zeigen',
};
