import { deBrug } from './centres/de-brug/centre.ts';
import { deLantaarn } from './centres/de-lantaarn/centre.ts';
import { deMelkerij } from './centres/de-melkerij/centre.ts';
import type { DemoCentre } from './demo-centre.ts';
import type { DemoPorts } from './ports.ts';

/** Centres that share a server: a schema and a role each. */
export const TOGETHER: readonly DemoCentre[] = [deLantaarn, deBrug];
/** The centre with a process and a database of its own. */
export const APART: DemoCentre = deMelkerij;
export const CENTRES: readonly DemoCentre[] = [...TOGETHER, APART];

/** Where a centre is. */
export interface Place {
  readonly id: string;
  readonly name: string;
  /** Origin of its website. */
  readonly site: string;
  /** Origin of its ticket server. */
  readonly server: string;
  /** Base address of its API. */
  readonly api: string;
}

/** Where everything is that centres must know of each other. */
export interface Places {
  readonly centres: readonly Place[];
  /** Origin of the site of the whole cluster. */
  readonly cluster: string;
  /** Origins of pages of somebody's own, on which every centre sells too. */
  readonly guests: readonly string[];
}

/** A page of one's own, as the README shows, can be tried from the port that most people take for it. */
export const GUESTS: readonly string[] = ['http://localhost:8080'];

export const origin = (port: number): string => `http://localhost:${port}`;

/** Says where everything is once the ports are known. */
export function placesOf(ports: DemoPorts, guests: readonly string[] = GUESTS): Places {
  const centres = CENTRES.map(({ profile: { id, name } }, index) => {
    const server = origin(id === APART.profile.id ? ports.apart : ports.api);
    return { id, name, site: origin(ports.sites[index] ?? 0), server, api: `${server}/centres/${id}` };
  });
  return { centres, cluster: origin(ports.cluster), guests };
}

/** @throws Error when the demo has no such centre. */
export function placeOf(places: Places, id: string): Place {
  const found = places.centres.find((place) => place.id === id);
  if (!found) throw new Error(`The demo has no centre ${id}.`);
  return found;
}
