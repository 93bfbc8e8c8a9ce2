import { once } from 'node:events';
import { createServer } from 'node:net';

/** The demo's doors. Each is an origin of its own, as it would be in life. */
export interface DemoPorts {
  /** The index, and the API of the centres that share a server. */
  readonly api: number;
  /** A website for each centre. */
  readonly sites: readonly number[];
  readonly cluster: number;
  readonly payments: number;
  /** The API of the centre that stands apart. */
  readonly apart: number;
}

/** How many ports in a row the demo takes. */
export const DOORS = 7;

/** A port the demo needs is somebody else's; the message says what to do. */
export class PortTakenError extends Error {
  constructor(port: number, first: number) {
    super(`Port ${port} is in use. Stop what runs there, or give another: PORT=${first + 100} npm start`);
    this.name = 'PortTakenError';
  }
}

/**
 * Finds the demo's ports: the given one and those after it, or any free ones for 0.
 * @throws PortTakenError before anything was started.
 */
export async function findPorts(first: number): Promise<DemoPorts> {
  const wanted = Array.from({ length: DOORS }, (_, index) => (first === 0 ? 0 : first + index));
  const probes = wanted.map((port) => createServer().listen(port, '127.0.0.1'));
  try {
    await Promise.all(probes.map((probe) => once(probe, 'listening')));
    const [api = 0, one = 0, two = 0, three = 0, cluster = 0, payments = 0, apart = 0] = probes.map((probe) => {
      const address = probe.address();
      return address !== null && typeof address === 'object' ? address.port : 0;
    });
    return { api, sites: [one, two, three], cluster, payments, apart };
  } catch (error) {
    if (!(error instanceof Error && 'port' in error)) throw error;
    throw new PortTakenError(Number(error.port), first);
  } finally {
    await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  }
}
