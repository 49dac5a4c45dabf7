import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoadResult, runLoad } from '../bench/load-run.js';
import { compileNative, type NativePrograms } from '../bench/native-programs.js';
import { freePort, type RunningServer, startServer } from '../bench/peers/server-process.js';
import { webSocketAccept } from '../bench/plan-file.js';
import { framesWire } from '../bench/wires/frames.js';
import { listWorkloads } from '../bench/workloads.js';
import { checkoutRoot } from '../support/checkout.js';
import { runCommand } from '../support/run-command.js';

describe('the benchmark harness [S-BENCH-1]', () => {
  let directory: string;
  let native: NativePrograms;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'arqonbus-bench-'));
    native = await compileNative(directory);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  async function publishRooms(...serverArgs: string[]): Promise<LoadResult> {
    const workload = listWorkloads('quick').find(({ name }) => name === 'rooms');
    if (workload === undefined) throw new Error('no workload rooms');
    const port = await freePort();
    let server: RunningServer | undefined;
    try {
      server = await startServer([native.batchedServer, String(port), webSocketAccept, ...serverArgs], port);
      const times = { warmupCpuMs: 0, measureMs: 20_000, idleMs: 0, limit: 30, rate: 0, stallMs: 1000 };
      const run = { loadgen: native.loadgen, directory, pin: [] };
      return (await runLoad(run, server, framesWire, workload, times)) as LoadResult;
    } finally {
      await server?.stop();
    }
  }

  it('counts every delivery: 4 rooms, 5 members, 30 publishes each', async () => {
    const result = await publishRooms();
    expect(result).toMatchObject({ totalPublished: 120, totalDelivered: 600, totalAcked: 0 });
    expect(result.cpuUs).toBeGreaterThan(0);
  });

  it('fails when a server loses a delivery', async () => {
    await expect(publishRooms('40')).rejects.toThrow(/connection \d+ got \d+ messages of 30/);
  });

  it('compares all servers with exact counts', async () => {
    const args = [join(checkoutRoot, 'test/bench/run.mjs'), '--quick'];
    const report = await runCommand(process.execPath, args, { cwd: checkoutRoot });
    for (const server of ['ArqonBus', 'nats-server', 'Socket.IO', 'batched C']) expect(report).toContain(server);
    expect(report).toMatch(/fan-out-w16 \(required\) \| nats \| [\d.]+/);
  }, 300_000);
});
