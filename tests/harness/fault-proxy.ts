import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What befalls a connection. Bytes are counted of what comes back. */
export type ConnectionFault =
  | { readonly kind: 'none' | 'drop' | 'half-open' }
  | { readonly kind: 'cut'; readonly after: number }
  | { readonly kind: 'delay'; readonly milliseconds: number };

/** A line to a server on loopback that can be as bad as lines are. */
export interface FaultProxy {
  readonly port: number;
  /** How many connections there were, by what befell them. */
  readonly seen: ReadonlyMap<ConnectionFault['kind'], number>;
  /** Where connections go from now on; 0 is nowhere. Those that are open break. */
  lead(port: number): void;
  /** Chooses what befalls each connection from now on. */
  disturb(choose: () => ConnectionFault): void;
  /** Breaks everything that is open. */
  sever(): void;
  stop(): Promise<void>;
}

/** `drop` ends a connection at once, `half-open` takes everything and says nothing, `cut` breaks off in an answer. */
export async function startFaultProxy(): Promise<FaultProxy> {
  const open = new Set<Socket>();
  const seen = new Map<ConnectionFault['kind'], number>();
  let target = 0;
  let choose: () => ConnectionFault = () => ({ kind: 'none' });

  const keep = (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // That it broke is what it is for.
    socket.on('error', () => socket.destroy());
  };
  const sever = () => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((caller) => {
    keep(caller);
    const fault = choose();
    seen.set(fault.kind, (seen.get(fault.kind) ?? 0) + 1);
    if (target === 0 || fault.kind === 'drop') return void caller.destroy();
    if (fault.kind === 'half-open') return void caller.resume();
    const callee = connect(target, '127.0.0.1');
    keep(callee);
    caller.once('close', () => callee.destroy());
    callee.once('close', () => caller.destroy());
    caller.pipe(callee);
    carry(callee, caller, fault);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    lead(port) {
      target = port;
      sever();
    },
    disturb(next) {
      choose = next;
    },
    sever,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      sever();
      await closed;
    },
  };
}

/** Brings back what is answered, late or not to its end. */
function carry(callee: Socket, caller: Socket, fault: ConnectionFault): void {
  let left = fault.kind === 'cut' ? fault.after : Number.POSITIVE_INFINITY;
  callee.on('data', (chunk: Buffer) => {
    const piece = chunk.subarray(0, left);
    left -= piece.length;
    const pass = () => {
      if (caller.destroyed) return;
      caller.write(piece);
      if (left <= 0) caller.destroySoon();
    };
    if (fault.kind === 'delay') setTimeout(pass, fault.milliseconds);
    else pass();
  });
}
