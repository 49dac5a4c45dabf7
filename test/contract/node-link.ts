/** What every node link promises to one node, clause by clause of src/storage/node-link.ts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NodeLink } from '../../src/storage/node-link.js';

export interface NodeLinkBackend {
  readonly link: NodeLink;
  /** Resolves when what was sent has had time to arrive. */
  settle(): Promise<void>;
  dispose(): Promise<void>;
}

export function describeNodeLink(name: string, makeBackend: (nodeId: string) => Promise<NodeLinkBackend>): void {
  describe(`node link: ${name}`, () => {
    let backend: NodeLinkBackend;
    let link: NodeLink;
    let received: { from: string; text: string }[];

    beforeEach(async () => {
      backend = await makeBackend('node1');
      link = backend.link;
      received = [];
      link.onMessage = (from, bytes) => received.push({ from, text: Buffer.from(bytes).toString() });
    });
    afterEach(() => backend.dispose());

    const send = (to: string, text: string): Promise<boolean> =>
      new Promise((resolve) => link.send(to, Buffer.from(text), resolve));

    it('brings what is sent to this node and what is broadcast back to it, in sending order', async () => {
      const reached = send('node1', 'one');
      link.broadcast(Buffer.from('two'));
      expect(await reached).toBe(true);
      expect(await send('node1', 'three')).toBe(true);
      await backend.settle();
      expect(received).toEqual(['one', 'two', 'three'].map((text) => ({ from: 'node1', text })));
    });

    it('says when a node is not known', async () => {
      expect(await send('nobody', 'lost')).toBe(false);
      await backend.settle();
      expect(received).toEqual([]);
    });

    it('delivers bytes the receiver may keep, whatever the sender does with its own', async () => {
      const kept: Uint8Array[] = [];
      link.onMessage = (_, bytes) => kept.push(bytes);
      const bytes = Buffer.from('original');
      link.broadcast(bytes);
      bytes.fill(0);
      await backend.settle();
      expect(kept.map((each) => Buffer.from(each).toString())).toEqual(['original']);
    });

    it('keeps the order when a receiver sends in turn', async () => {
      link.onMessage = (_, bytes) => {
        const text = Buffer.from(bytes).toString();
        received.push({ from: 'node1', text });
        if (text === 'a') link.broadcast(Buffer.from('answer to a'));
        received.push({ from: 'node1', text: `end of ${text}` });
      };
      link.broadcast(Buffer.from('a'));
      await backend.settle();
      expect(received.map(({ text }) => text)).toEqual(['a', 'end of a', 'answer to a', 'end of answer to a']);
    });

    it('reaches nobody after close', async () => {
      await new Promise<void>((resolve) => link.close(resolve));
      expect(await send('node1', 'late')).toBe(false);
      link.broadcast(Buffer.from('late'));
      await backend.settle();
      expect(received).toEqual([]);
    });
  });
}
