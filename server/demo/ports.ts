import { once } from 'node:events';
import { createServer } from 'node:net';

/** The demo's three doors. Each is an origin of its own, as it would be in life. */
export interface DemoPorts {
  readonly api: number;
  readonly site: number;
  readonly payments: number;
}

/** A port the demo needs is somebody else's; the message says what to do. */
export class PortTakenError extends Error {
  constructor(port: number, first: number) {
    super(`Port ${port} is in use. Stop what runs there, or give another: PORT=${first + 100} npm start`);
    this.name = 'PortTakenError';
  }
}

/**
 * Finds three ports: the given one and the two after it, or any free ones for 0.
 * @throws PortTakenError before anything was started.
 */
export async function findPorts(first: number): Promise<DemoPorts> {
  const wanted = first === 0 ? [0, 0, 0] : [first, first + 1, first + 2];
  const probes = wanted.map((port) => createServer().listen(port, '127.0.0.1'));
  try {
    await Promise.all(probes.map((probe) => once(probe, 'listening')));
    const [api = 0, site = 0, payments = 0] = probes.map((probe) => {
      const address = probe.address();
      return address !== null && typeof address === 'object' ? address.port : 0;
    });
    return { api, site, payments };
  } catch (error) {
    if (!(error instanceof Error && 'port' in error)) throw error;
    throw new PortTakenError(Number(error.port), first);
  } finally {
    await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  }
}
