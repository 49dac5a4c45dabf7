/** Servers that answer the upgrade with plain HTTP: what Node's SDK makes of it. [S-SDK-1] [P6] */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { connect } from '../../src/client/index.js';

test.each([
  [400, 'REFUSED', 'never'],
  [401, 'REFUSED', 'after_reauth'],
  [403, 'REFUSED', 'after_reauth'],
  [404, 'REFUSED', 'never'],
  [429, 'UNREACHABLE', 'retry'],
  [503, 'UNREACHABLE', 'retry'],
])(
  '[S-SDK-1] HTTP %i is %s, retry %s, and the credential went in a header, not in the URL',
  async (status, code, retry) => {
    const requests: { url: string | undefined; authorization: string | undefined }[] = [];
    const http = createServer();
    http.on('upgrade', (request, socket) => {
      requests.push({ url: request.url, authorization: request.headers.authorization });
      socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
    await expect(connect(url, { token: 'secret' })).rejects.toMatchObject({ code, retry, httpStatus: status });
    expect(requests).toEqual([{ url: '/', authorization: 'Bearer secret' }]);
    await new Promise((resolve) => http.close(resolve));
  },
);
