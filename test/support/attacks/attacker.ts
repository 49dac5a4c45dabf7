/**
 * An attack in a process of its own, so that it takes nothing from the loop that measures healthy clients. On a machine
 * with few cores the processes still share them, so the attacker's yields to the others' (nice 10): the server is to be
 * judged, not the scheduler.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkoutRoot } from '../checkout.js';
import type { AttackName, Field, Figures } from './attack.js';
import type { Order } from './attacker-process.js';

const NICE = 10;

export interface Attacker {
  run(): Promise<Figures>;
  end(): Promise<void>;
}

/** Bundles the attacker's program. @returns its file */
export async function buildAttacker(): Promise<string> {
  const outfile = join(checkoutRoot, `.cache/attacks/attacker-${process.pid}.mjs`);
  await build({
    entryPoints: [join(checkoutRoot, 'test/support/attacks/attacker-process.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

/** Starts it and waits until everything is prepared. */
export async function startAttacker(program: string, name: AttackName, { random, ...field }: Field): Promise<Attacker> {
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  if (child.pid !== undefined) setPriority(child.pid, NICE);
  await ask(child, { what: 'prepare', name, field, seed: random.uint32() });
  return {
    async run() {
      const { figures } = (await ask(child, { what: 'run' })) as { figures: Figures };
      return figures;
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function ask(child: ChildProcess, order: Order): Promise<unknown> {
  const answered = Promise.race([
    once(child, 'message').then(([message]) => message as unknown),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the attacker ended with ${String(code)}`);
    }),
  ]);
  child.send(order);
  return answered;
}
