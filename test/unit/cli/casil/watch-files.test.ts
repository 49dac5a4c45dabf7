import { renameSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/base/clock.js';
import { createFileWatcher } from '../../../../src/cli/casil/watch-files.js';
import { Folder } from './folder.js';

const folder = new Folder();
afterAll(() => folder.dispose());
folder.write({ 'one.yaml': 'a', 'two.yaml': 'a', 'notes.txt': 'a', 'many/x.yaml': 'a' });

function watcher() {
  const controller = new AbortController();
  return { controller, watcher: createFileWatcher({ clock: systemClock, signal: controller.signal }) };
}

/** Whether `changed` resolves within the time. */
async function hears(changed: Promise<void>, withinMs: number): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), withinMs));
  return Promise.race([changed.then(() => true), late]);
}

describe('a file watcher [C-CLI-1]', () => {
  it('hears a file that is written, and one that is replaced by renaming', async () => {
    for (const change of [
      () => writeFileSync(folder.at('one.yaml'), 'b'),
      () => {
        writeFileSync(folder.at('one.yaml.tmp'), 'c');
        renameSync(folder.at('one.yaml.tmp'), folder.at('one.yaml'));
      },
    ]) {
      const { watcher: files } = watcher();
      files.addFile(folder.at('one.yaml'));
      change();
      expect(await hears(files.changed, 5000)).toBe(true);
      files.close();
    }
  });

  it('hears nothing of its neighbours', async () => {
    const { watcher: files } = watcher();
    files.addFile(folder.at('one.yaml'));
    writeFileSync(folder.at('two.yaml'), 'b');
    writeFileSync(folder.at('notes.txt'), 'b');
    expect(await hears(files.changed, 500)).toBe(false);
    files.close();
  });

  it('hears a new YAML file of a folder, and a payload in it that was named', async () => {
    const first = watcher().watcher;
    first.addFolder(folder.at('many'));
    writeFileSync(folder.at('many/y.bin'), 'a');
    expect(await hears(first.changed, 500)).toBe(false);
    writeFileSync(folder.at('many/new.yml'), 'a');
    expect(await hears(first.changed, 5000)).toBe(true);
    first.close();
    const second = watcher().watcher;
    second.addFolder(folder.at('many'));
    second.addFile(folder.at('many/y.bin'));
    writeFileSync(folder.at('many/y.bin'), 'b');
    expect(await hears(second.changed, 5000)).toBe(true);
    second.close();
  });

  it('ends at the signal, and watches nothing where there is no folder', async () => {
    const { watcher: files, controller } = watcher();
    files.addFile(folder.at('no/such/file.yaml'));
    expect(files.watches).toBe(false);
    controller.abort();
    expect(await hears(files.changed, 5000)).toBe(true);
    const ended = createFileWatcher({ clock: systemClock, signal: controller.signal });
    expect(await hears(ended.changed, 5000)).toBe(true);
  });
});
