/**
 * Masks findings on a copy of the envelope: of the same length, and every container in it (JSON, Protobuf, UTF-8,
 * base64) as valid as it was. The mask shows where something was and how long it was; a signature over the bytes no
 * longer fits. [C-RED-1]
 *
 * What the bus itself interprets is not masked, and what cannot be is told: its message must not be forwarded.
 */
import type { EnvelopeView } from '../../protocol/envelope-view.js';
import type { Finding } from '../inspection.js';
import { Base64Map, EscapeMap } from '../surfaces/position-map.js';
import { SurfaceRun } from '../surfaces/surface-run.js';
import type { ContentForm } from '../vocabulary.js';
import { maskBase64 } from './mask-base64.js';
import { maskContent } from './mask-content.js';
import { isNestedNumber } from './nested-number.js';
import { Ranges } from './ranges.js';

export interface Redaction {
  /** The envelope alone, of the length it had. */
  readonly bytes: Buffer;
  /** Findings that are in `bytes` still. */
  readonly unmasked: readonly Finding[];
}

/** What is masked together, because it has to stay valid as a whole. */
interface Root {
  readonly from: number;
  readonly to: number;
  readonly form: ContentForm;
  readonly base64: Base64Map | null;
  /** Numbers inside strings first: stars may then cover them. */
  readonly ranges: readonly [Ranges, Ranges];
}

/** @param findings of the message that was segmented last. */
export function applyRedaction(view: EnvelopeView, findings: readonly Finding[]): Redaction {
  const bytes = Buffer.from(view.bytes.subarray(view.start, view.end));
  const unmasked: Finding[] = [];
  const roots = new Map<number | Base64Map, Root>();
  for (const finding of findings) {
    if (!finding.surface.maskable || !(finding.surface instanceof SurfaceRun)) unmasked.push(finding);
    else addFinding(roots, finding.surface, finding, view.start);
  }
  // Base64 first: it is read from the copy, and what covers it as a whole must have the last word.
  const inOrder = [...roots.values()].sort((one, other) => Number(one.base64 === null) - Number(other.base64 === null));
  for (const { from, to, form, base64, ranges } of inOrder) {
    for (const styled of ranges) {
      if (styled.isEmpty) continue;
      styled.sort();
      if (base64 === null) maskContent(bytes, from, to, form, styled);
      else maskBase64(bytes, view.start, base64, form, styled);
      unmasked.push(...styled.unmasked());
    }
  }
  return { bytes, unmasked };
}

function addFinding(roots: Map<number | Base64Map, Root>, surface: SurfaceRun, finding: Finding, shift: number): void {
  const from = Math.max(surface.from, finding.start);
  const to = Math.min(surface.to, finding.end);
  const base64 = base64Of(surface);
  const root = rootOf(roots, surface, base64, shift);
  const ranges = root.ranges[isNestedNumber(surface, from, to) ? 0 : 1];
  if (base64 === null) {
    ranges.add(surface.sourceStart(from) - shift, surface.sourceEnd(to) - shift, finding);
    return;
  }
  let start = from;
  let end = to;
  for (let map = surface.map; map instanceof EscapeMap; map = map.parent) {
    start = map.start(start);
    end = map.end(end);
  }
  ranges.add(start - base64.from, end - base64.from, finding);
}

/** The base64 a surface was decoded from, if it was. */
function base64Of(surface: SurfaceRun): Base64Map | null {
  for (let map = surface.map; map !== null; map = map.parent) if (map instanceof Base64Map) return map;
  return null;
}

function rootOf(
  roots: Map<number | Base64Map, Root>,
  surface: SurfaceRun,
  base64: Base64Map | null,
  shift: number,
): Root {
  const key = base64 ?? surface.rootFrom;
  const known = roots.get(key);
  if (known !== undefined) return known;
  const root: Root = {
    from: surface.rootFrom - shift,
    to: surface.rootTo - shift,
    form: base64 === null ? surface.rootForm : surface.form,
    base64,
    ranges: [new Ranges('digits'), new Ranges('stars')],
  };
  roots.set(key, root);
  return root;
}
