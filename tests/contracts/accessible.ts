import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import type axe from 'axe-core';
import { ASKED, faultsOf } from '../harness/axe.ts';
import { type Make, settled } from './subject.ts';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** axe finds nothing wrong with it, in light and in dark. `state` names what is shown, for elements with more than one. */
export function accessible(make: Make, state = ''): void {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible${state && ` ${state}`} in ${colorScheme} colours`, async () => {
      document.documentElement.style.cssText = 'color-scheme: light dark; background: Canvas; color: CanvasText';
      document.documentElement.lang = 'nl';
      // What is not named is set back by it: who asks for less motion must ask again.
      await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const element = await make();
      await settled(element);
      const faults = faultsOf(await window.axe.run(element, ASKED));
      expect(faults.join('\n')).to.equal('');
    });
  }
}
