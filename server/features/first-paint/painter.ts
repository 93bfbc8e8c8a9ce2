import type { Centre, FirstPaint } from '../../../sdk/contract/index.ts';
import type { Known } from '../../../sdk/model/programme/first-paint.ts';

/** Who draws elements as a page's scripts would. */
export interface Painter {
  /** What an element shows first, as HTML for its shadow root, without styles. */
  paint(asked: FirstPaint, baseUrl: string, known: Known): Promise<string>;
  /** The styles of an element, in the face of a centre where one is given. */
  stylesOf(element: FirstPaint['element'], face: Partial<Pick<Centre, 'theme'>>): string;
}
