/** Binds an address for a moment, to learn whether it can be. */
import { createServer } from 'node:net';

/** @throws the system's error, such as EADDRINUSE. */
export function testBind(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}
