/** The TCP sockets of a listener, those included that HTTP does not know because their TLS handshake is not done. */
import type { Server, Socket } from 'node:net';

/** @returns destroys all that are open */
export function trackSockets(server: Server): { destroyAll: () => void } {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    destroyAll() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
