import { tenThousand } from './ten-thousand.ts';

tenThousand(1);
