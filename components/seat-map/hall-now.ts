import type { HallNow } from '../../sdk/model/seat-choice/types.ts';
import type { Hall } from './hall-model.ts';

/** The hall of this moment as the rules of who may sit where look at it. */
export const nowOf = ({ scene, states, performance }: Hall): HallNow => ({
  scene,
  states,
  rules: performance.seatRules,
});
