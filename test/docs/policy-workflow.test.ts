/** The workflow that docs/casil.md offers for policies: it is what the page shows, and its commands do what it says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { blocks, marker, readDocument, root } from './markdown.js';
import { Playground } from './playground.js';

const FILE = 'docs/ci/policy-tests.yml';
const text = readFileSync(join(root, FILE), 'utf8');

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

const workflow = parse(text, { strict: true }) as Workflow;
const commands = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
const ownCommands = commands.filter((command) => command.startsWith('node bin/arqonbus.js'));

describe('the workflow for policies [C-CLI-1] [CON IX.8]', () => {
  const playground = new Playground('policy-workflow');
  afterAll(() => playground.close());
  const run = (command: string) => playground.play({ language: 'sh', markers: ['run'], line: 0, text: command });

  it('is YAML of the known form, for pushes and pull requests', () => {
    expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request']);
    expect(commands).toHaveLength(3);
    expect(ownCommands).toHaveLength(2);
  });

  it('is what docs/casil.md shows', () => {
    const page = blocks(readDocument('docs/casil.md').text);
    const shown = page.find((block) => marker(block, 'file') === '.github/workflows/policy-tests.yml');
    expect(`${shown?.text}\n`).toBe(text);
  });

  it("builds with README's words, which .ci/run proves", () => {
    const start = blocks(readDocument('README.md').text).find(({ markers }) => markers.includes('ci=start'));
    const [build] = commands;
    expect(start?.text.startsWith(`${build} && `)).toBe(true);
  });

  it.each(ownCommands)('succeeds with the shipped policies: %s', async (command) => {
    const outcome = await run(command);
    expect(outcome?.exitCode, outcome?.output).toBe(0);
  });

  it('leaves a JUnit report of all cases, none failed', async () => {
    const outcome = await run('cat policy-tests.xml');
    const suites = /<testsuites [^>]*tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(outcome?.output ?? '');
    expect(Number(suites?.[1])).toBeGreaterThan(50);
    expect(suites?.slice(2)).toEqual(['0', '0']);
  });

  it.each(ownCommands)('fails when a case fails: %s', async (command) => {
    await run(
      'mkdir -p wrong/tests && cp policies/monitor-all.yaml wrong/default.yaml && cp policies/tests/default.yaml wrong/tests',
    );
    const outcome = await run(command.replace('policies/tests', 'wrong/tests'));
    expect(outcome?.exitCode, outcome?.output).toBe(1);
  });
});
