import type { HttpBindings } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { PartnerAgreement } from '../features/network/require-partner.ts';
import type { CentreRuntime } from '../runtime.ts';
import { refuseInvalid } from './validation.ts';

/** What every request carries. Set by the middleware in this folder before a feature's route runs. */
export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** Network the request came from: an IPv4 address or the first 56 bits of an IPv6 one. */
    network: string;
    /** The centre the path names. */
    centre: CentreRuntime;
    /** Takes back that the request was counted against its network, for who is counted in another way. */
    uncount: (() => void) | undefined;
    /** The agreement under which a partner asks. Set by `requirePartner`. */
    agreement: PartnerAgreement;
  };
}

export type FoyerApp = OpenAPIHono<Env>;

/** An app on which features register their routes; what does not fit a schema is answered alike everywhere. */
export const createFoyerApp = (): FoyerApp => new OpenAPIHono<Env>({ defaultHook: refuseInvalid });
