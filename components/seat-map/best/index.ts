import type { CSSResult } from 'lit';
import { fieldStyles } from '../../styles/field.ts';
import { laterStyles } from '../later.styles.ts';
import { bestStyles } from './best.styles.ts';

export { seatBestWords } from '../../translations/seat-best/index.ts';
export { Best } from './best.ts';

export const styles: readonly CSSResult[] = [fieldStyles, laterStyles, bestStyles];
