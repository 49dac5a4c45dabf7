/** A TCP relay on loopback that can cut its connections, refuse new ones, or stall what flows. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpProxy {
  /** `ws://127.0.0.1:port` of the relay. */
  readonly url: string;
  /** Connections relayed since the start. */
  readonly connections: number;
  /** Bytes that went from the server to clients since the start. */
  readonly bytesToClients: number;
  /** Cuts every connection at once, as a failing network does. */
  cut(): void;
  /** Cuts every connection once this many more bytes have gone to clients. */
  cutAfter(bytes: number): void;
  /** While true new connections are cut as soon as they are made. */
  refuse(value: boolean): void;
  /** While true nothing flows, and connections stay open. */
  stall(value: boolean): void;
  close(): Promise<void>;
}

export async function startTcpProxy(targetUrl: string): Promise<TcpProxy> {
  const target = new URL(targetUrl);
  const pairs = new Set<{ client: Socket; server: Socket }>();
  let connections = 0;
  let bytesToClients = 0;
  let cutAtBytes = Infinity;
  let refusing = false;

  function cut(): void {
    for (const { client, server } of pairs) {
      client.destroy();
      server.destroy();
    }
    pairs.clear();
  }

  const relay = createServer((client) => {
    // A peer that vanishes is what this relay is for.
    client.on('error', () => client.destroy());
    if (refusing) {
      client.destroy();
      return;
    }
    connections += 1;
    const server = connect(Number(target.port), target.hostname);
    const pair = { client, server };
    pairs.add(pair);
    const end = (): void => {
      client.destroy();
      server.destroy();
      pairs.delete(pair);
    };
    server.on('error', end);
    server.on('close', end);
    client.on('close', end);
    client.on('data', (chunk) => server.write(chunk));
    server.on('data', (chunk) => {
      const left = cutAtBytes - bytesToClients;
      bytesToClients += Math.min(chunk.length, left);
      if (chunk.length < left) {
        client.write(chunk);
        return;
      }
      // In the middle of whatever was being said.
      cutAtBytes = Infinity;
      client.write(chunk.subarray(0, left), () => cut());
    });
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));

  return {
    url: `ws://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    get connections() {
      return connections;
    },
    get bytesToClients() {
      return bytesToClients;
    },
    cut,
    cutAfter(bytes) {
      cutAtBytes = bytesToClients + bytes;
    },
    refuse(value) {
      refusing = value;
    },
    stall(value) {
      for (const { client, server } of pairs) {
        for (const socket of [client, server]) {
          if (value) socket.pause();
          else socket.resume();
        }
      }
    },
    close() {
      cut();
      return new Promise<void>((resolve) => relay.close(() => resolve()));
    },
  };
}
