import type { TestRunnerPlugin } from '@web/test-runner';
import type { ChromeLauncher } from '@web/test-runner-chrome';

/** Name of the command for tests in the browser: `executeServerCommand(FORCE_COLOURS, 'active')`. */
export const FORCE_COLOURS = 'force-colours';

/** Lets a test see the page in the visitor's own few colours; the runner's own command can do that in one vendor's browser only. */
export const forcedColours: TestRunnerPlugin<'active' | 'none'> = {
  name: 'forced-colours',
  async executeCommand({ command, payload, session }) {
    if (command !== FORCE_COLOURS) return;
    const page = (session.browser as ChromeLauncher).getPage(session.id);
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: payload ?? 'none' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    return true;
  },
};
