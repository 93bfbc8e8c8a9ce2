import { tenThousand } from './ten-thousand.ts';

tenThousand(10001);
