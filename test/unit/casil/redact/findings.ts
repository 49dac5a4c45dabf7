/** Findings of a word in whatever surfaces show it, and the envelope with them masked. */
import type { Finding } from '../../../../src/casil/inspection.js';
import { applyRedaction } from '../../../../src/casil/redact/apply-redaction.js';
import type { Segmentation, Surface } from '../../../../src/casil/surfaces/surface.js';
import type { FindingSource } from '../../../../src/casil/engine/detector.js';
import { EnvelopeView, scanEnvelope } from '../../../../src/protocol/envelope-scanner.js';

export const SOURCE: FindingSource = { id: 'word', kind: 'secret', risk: 'high' };

export function findingOf(surface: Surface, start: number, end: number): Finding {
  return { source: SOURCE, surface, start, end, verified: false };
}

export function findWord({ surfaces }: Segmentation, word: string): Finding[] {
  return surfaces.flatMap((surface) => {
    const bytes = Buffer.from(surface.bytes.buffer, surface.bytes.byteOffset, surface.bytes.length);
    const found: Finding[] = [];
    let at = bytes.indexOf(word, surface.from);
    while (at >= 0 && at + Buffer.byteLength(word) <= surface.to) {
      found.push(findingOf(surface, at, at + Buffer.byteLength(word)));
      at = bytes.indexOf(word, at + 1);
    }
    return found;
  });
}

/** The redacted envelope, scanned again: it must be as valid as it was. */
export function redacted(view: EnvelopeView, findings: readonly Finding[]): { view: EnvelopeView; unmasked: number } {
  const before = Buffer.from(view.bytes);
  const { bytes, unmasked } = applyRedaction(view, findings);
  if (!before.equals(view.bytes)) throw new Error("the client's bytes were changed");
  if (bytes.length !== view.end - view.start) throw new Error('the length changed');
  const after = new EnvelopeView();
  const refused = scanEnvelope(bytes, 0, bytes.length, { payloadBytesMax: 2 ** 21 }, after);
  if (refused !== null) throw new Error(`${refused.name} ${refused.field}`);
  return { view: after, unmasked: unmasked.length };
}

export function payloadText(view: EnvelopeView): string {
  return view.bytes.toString('utf8', view.payloadStart, view.payloadEnd);
}
