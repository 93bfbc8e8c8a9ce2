import type { CentreRuntime } from '../../runtime.ts';

/** What a centre's client must be allowed at UiTPAS: to ask, to register, and to find back what was registered. */
const NEEDED = ['TARIFFS_READ', 'TICKETSALES_REGISTER', 'TICKETSALES_SEARCH'] as const;

/**
 * Says in the log what a centre's credentials at UiTPAS lack, before a visitor finds out. Never fails: the centre sells
 * without UiTPAS all the same.
 */
export async function checkPermissions({
  config,
  log,
  uitpas,
}: Pick<CentreRuntime, 'config' | 'log' | 'uitpas'>): Promise<void> {
  const centre = config.id;
  if (!uitpas) return;
  try {
    const organizers = await uitpas.api.permissions();
    if (organizers.length === 0) log.warn('uitpas-without-organizer', { centre });
    for (const { organizer, permissions } of organizers) {
      const missing = NEEDED.filter((one) => !permissions.includes(one));
      if (missing.length > 0) {
        log.warn('uitpas-permissions-missing', { centre, organizer: organizer.id, missing: missing.join(' ') });
      }
    }
  } catch (error) {
    log.warn('uitpas-not-reached', { centre, why: error instanceof Error ? error.message : 'failed' });
  }
}
