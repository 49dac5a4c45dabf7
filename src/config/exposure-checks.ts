/**
 * Combinations that would put an unsafe bus or admin API where others can reach it: the server does not start with them,
 * and the line to change is named. [T-TLS-1] [S-SRV-1] [S-ADM-1] [P6]
 */
import { isLoopbackHost } from '../base/loopback.js';
import { finding, type Finding } from './finding.js';
import type { Config } from './schema.js';

export const EXPOSURE_CHECKS = [
  busNeedsAuthentication,
  busNeedsEncryption,
  adminNeedsEncryption,
  proxiesAreSomeone,
  certificatesHaveKeys,
  gatewaysShowCertificates,
];

const PREFIX_OF_EVERYONE = /\/0$/;

function busNeedsAuthentication({ server, auth }: Config): Finding[] {
  if (auth.mode !== 'none' || isLoopbackHost(server.host)) return [];
  const problem = `server.host ${server.host} can be reached from other machines, and auth.mode none trusts everyone`;
  const next = ['set server.host to 127.0.0.1, or auth.mode to required'];
  return [finding('CFG020', ['server', 'host'], problem, 'use 127.0.0.1, or authenticate', next)];
}

function busNeedsEncryption({ server, tls, auth }: Config): Finding[] {
  const encrypted = tls.cert_file !== undefined || server.trusted_proxies.length > 0;
  if (encrypted || auth.mode === 'none' || isLoopbackHost(server.host)) return [];
  const problem = `server.host ${server.host} can be reached from other machines, and credentials would cross the network in the clear`;
  const next = ['set tls.cert_file and tls.key_file, or name the proxy that speaks TLS in server.trusted_proxies'];
  return [finding('CFG027', ['server', 'host'], problem, 'encrypt, or use 127.0.0.1', next)];
}

function adminNeedsEncryption({ admin }: Config): Finding[] {
  if (isLoopbackHost(admin.host) || admin.tls.cert_file !== undefined) return [];
  const problem = `admin.host ${admin.host} can be reached from other machines, and its token would cross the network in the clear`;
  const next = ['set admin.host to 127.0.0.1, or admin.tls.cert_file and admin.tls.key_file'];
  return [finding('CFG021', ['admin', 'host'], problem, 'use 127.0.0.1, or encrypt', next)];
}

function proxiesAreSomeone({ server }: Config): Finding[] {
  return server.trusted_proxies.flatMap((range, index) => {
    if (!PREFIX_OF_EVERYONE.test(range)) return [];
    const problem = `server.trusted_proxies ${range} is everyone: any client could say it is any other`;
    return [finding('CFG033', ['server', 'trusted_proxies', index], problem, 'name the addresses of the proxies')];
  });
}

function certificatesHaveKeys({ tls, admin }: Config): Finding[] {
  const listeners = [
    { path: ['tls'], files: tls },
    { path: ['admin', 'tls'], files: admin.tls },
  ];
  return listeners.flatMap(({ path, files }) => {
    const { cert_file: cert, key_file: key, client_ca_file: ca } = files;
    const name = path.join('.');
    const report = (own: string, problem: string) => [finding('CFG029', [...path, own], problem, '')];
    if (cert !== undefined && key === undefined) return report('cert_file', `${name}.cert_file needs ${name}.key_file`);
    if (cert === undefined && key !== undefined) return report('key_file', `${name}.key_file needs ${name}.cert_file`);
    if (cert === undefined && ca !== undefined) {
      return report('client_ca_file', `${name}.client_ca_file needs ${name}.cert_file`);
    }
    return [];
  });
}

// Without verified certificates nobody could be told from a gateway.
function gatewaysShowCertificates({ auth, tls }: Config): Finding[] {
  if (auth.gateways.length === 0 || tls.client_ca_file !== undefined) return [];
  const problem = 'auth.gateways need tls.client_ca_file: a gateway is known by its client certificate';
  return [finding('CFG029', ['auth', 'gateways'], problem, '')];
}
