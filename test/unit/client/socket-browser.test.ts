/** The SDK over a browser's WebSocket, with globals of the test's own. [S-SDK-1] */
import { expect, test } from 'vitest';
import { browserPlatform } from '../../../src/client/socket-browser.js';
import type { SocketEnd } from '../../../src/client/socket.js';

class PageSocket {
  static made: PageSocket[] = [];
  binaryType = 'blob';
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly sent: Uint8Array[] = [];

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    if (url === 'bad') throw new SyntaxError('bad url');
    PageSocket.made.push(this);
  }

  send(data: Uint8Array): void {
    this.sent.push(data);
  }

  close(code = 1000, reason = ''): void {
    this.onclose?.({ code, reason });
  }
}

const platform = browserPlatform({ WebSocket: PageSocket, MessageChannel: globalThis.MessageChannel });

function open(token: string | null): { socket: PageSocket; events: unknown[]; send: (bytes: Uint8Array) => void } {
  const events: unknown[] = [];
  const opened = platform.openSocket(
    { url: 'wss://bus.test', token, timeoutMs: 1 },
    {
      onOpen: () => events.push('open'),
      onMessage: (bytes) => events.push([...bytes]),
      onClose: (end: SocketEnd) => events.push(end),
    },
  );
  return { socket: PageSocket.made.at(-1) as PageSocket, events, send: (bytes) => opened.send(bytes) };
}

test('[P6] the credential is the second subprotocol; without one there is only the bus', () => {
  expect(open('a.b-c').socket.protocols).toEqual(['arqonbus.v1', 'bearer.a.b-c']);
  expect(open(null).socket.protocols).toEqual(['arqonbus.v1']);
});

test('[P6] a credential that cannot stand in a subprotocol is left to the hello', () => {
  expect(platform.carriesToken('eyJh.b_c-d~e')).toBe(true);
  for (const token of ['a b', 'a,b', 'a/b=', 'ä', '']) expect(platform.carriesToken(token)).toBe(false);
});

test('[S-SDK-1] binary messages and the end are passed on; nothing is sent before it is open', () => {
  const { socket, events, send } = open(null);
  expect(socket.binaryType).toBe('arraybuffer');
  send(Uint8Array.of(1));
  expect(socket.sent).toHaveLength(0);
  socket.readyState = 1;
  socket.onopen?.();
  send(Uint8Array.of(2));
  expect(socket.sent).toEqual([Uint8Array.of(2)]);
  socket.onmessage?.({ data: Uint8Array.of(7, 8).buffer });
  socket.onmessage?.({ data: 'text' });
  socket.close(4000, 'bye');
  expect(events).toEqual(['open', [7, 8], { code: 4000, reason: 'bye' }]);
});

test('[S-SDK-1] an address that is none is refused as such', () => {
  const handlers = { onOpen: () => undefined, onMessage: () => undefined, onClose: () => undefined };
  expect(() => platform.openSocket({ url: 'bad', token: null, timeoutMs: 1 }, handlers)).toThrow(/not a WebSocket URL/);
});

test('[S-SDK-1] scheduled work runs after the promises of the turn', async () => {
  const order: string[] = [];
  const done = new Promise<void>((resolve) => {
    platform.schedule(() => {
      order.push('task');
      resolve();
    });
  });
  void Promise.resolve()
    .then(() => undefined)
    .then(() => order.push('promise'));
  await done;
  expect(order).toEqual(['promise', 'task']);
});
