/** nginx in front of a server on this machine: terminates TLS and passes WebSocket upgrades on, as operators set it up. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestCertificate } from './certificates.js';
import { ensureProgram } from './debian.js';

export interface Nginx {
  /** Speaks TLS. */
  readonly port: number;
  stop(): Promise<void>;
}

export interface NginxOptions {
  readonly upstreamPort: number;
  readonly certificate: TestCertificate;
  /** Lines of the location, beside those that a WebSocket needs. */
  readonly location: readonly string[];
}

/** What docs/security.md tells operators to write: a WebSocket needs the first, the bus the second. */
export const WEBSOCKET_LINES = [
  'proxy_http_version 1.1;',
  'proxy_set_header Upgrade $http_upgrade;',
  'proxy_set_header Connection "upgrade";',
  'proxy_read_timeout 60s;',
] as const;
export const FORWARDING_LINES = [
  'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
  'proxy_set_header X-Forwarded-Proto $scheme;',
  'proxy_set_header Forwarded "";',
] as const;

export async function startNginx({ upstreamPort, certificate, location }: NginxOptions): Promise<Nginx> {
  const { path, env } = await ensureProgram('nginx');
  const directory = mkdtempSync(join(tmpdir(), 'arqonbus-nginx-'));
  const port = await freePort();
  mkdirSync(join(directory, 'tmp'));
  writeFileSync(join(directory, 'cert.pem'), certificate.certPem);
  writeFileSync(join(directory, 'key.pem'), certificate.keyPem, { mode: 0o600 });
  writeFileSync(join(directory, 'nginx.conf'), config(port, upstreamPort, location));
  const args = ['-p', directory, '-c', 'nginx.conf', '-e', 'stderr'];
  const child = spawn(path, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    await untilListening(port, child);
  } catch (cause) {
    throw new Error(`nginx does not listen: ${said}`, { cause });
  }
  return {
    port,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function config(port: number, upstreamPort: number, location: readonly string[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path tmp/${name};`,
  );
  return `daemon off;
master_process off;
pid nginx.pid;
events { worker_connections 256; }
http {
  ${temporary.join('\n  ')}
  access_log off;
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate cert.pem;
    ssl_certificate_key key.pem;
    location / {
      proxy_pass http://127.0.0.1:${upstreamPort};
      ${[...WEBSOCKET_LINES, ...location].join('\n      ')}
    }
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('a TCP server has a port');
  return address.port;
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('not within 10 s');
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
