import type { NetworkCentre } from '../../../sdk/contract/index.ts';
import type { CentreRuntime } from '../../runtime.ts';

/** Who we are to the centres we work with. */
export const describeToNetwork = ({ config, networkKeys }: CentreRuntime): NetworkCentre => ({
  id: config.id,
  name: config.name,
  website: config.website,
  url: config.apiUrl,
  keys: [...networkKeys.shown],
});
