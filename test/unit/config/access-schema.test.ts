import { describe, expect, it } from 'vitest';
import { createAdminApp } from '../../../src/admin/admin-app.js';
import { COMMANDS } from '../../../src/commands/catalogue.js';
import { loadConfig } from '../../../src/config/load-config.js';
import type { AdminPorts } from '../../../src/admin/admin-ports.js';

function load(text: string) {
  return loadConfig({ env: {}, text });
}

function problemsOf(text: string): string[] {
  const result = load(text);
  return result.ok ? [] : result.error.map(({ problem }) => problem);
}

describe('what an operator shuts [T-ACC-1]', () => {
  it('is nothing by default', () => {
    const result = load('');
    if (!result.ok) throw new Error('the empty configuration is refused');
    expect(result.value.config).toMatchObject({
      access: { deny: { subjects: [], key_ids: [], addresses: [] } },
      commands: { disabled: [] },
      admin: { disabled_endpoints: [] },
    });
    expect(result.value.config.audit.file).toBeUndefined();
  });

  it('names every command there is, and what is granted like one', () => {
    const names = [...COMMANDS.map(({ name }) => name), 'direct', 'request', 'reply'];
    for (const name of names) expect(problemsOf(`commands: { disabled: [${name}] }`)).toEqual([]);
    expect(problemsOf('commands: { disabled: [hello] }')[0]).toContain('commands.disabled');
  });

  it('names every endpoint of the admin API but liveness', () => {
    // Only the paths are looked at; nothing is asked.
    const app = createAdminApp({ token: 't', ports: {} as AdminPorts, disabled: new Set(), answerTimeoutMs: 1 });
    const paths = new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
    paths.delete('/healthz');
    expect(paths.size).toBeGreaterThan(3);
    for (const path of paths) expect(problemsOf(`admin: { disabled_endpoints: [${path}] }`)).toEqual([]);
    expect(problemsOf('admin: { disabled_endpoints: [/healthz] }')).toHaveLength(1);
  });

  it.each(['192.0.2.1', '192.0.2.0/24', '2001:db8::/32', '::1'])('takes the address %s', (address) => {
    expect(problemsOf(`access: { deny: { addresses: ["${address}"] } }`)).toEqual([]);
  });

  it.each(['192.0.2.1/24', 'example.org', '1.2.3', '', '10.0.0.0/33'])('refuses the address "%s"', (address) => {
    expect(problemsOf(`access: { deny: { addresses: ["${address}"] } }`)[0]).toContain('192.0.2.0/24');
  });

  it('refuses subjects nobody could have written', () => {
    expect(problemsOf('access: { deny: { subjects: ["alice", "acme/alice", "auth0|17"] } }')).toEqual([]);
    expect(problemsOf('access: { deny: { subjects: [" alice"] } }')).toHaveLength(1);
    expect(problemsOf('access: { deny: { subjects: [""] } }')).toHaveLength(1);
  });
});
