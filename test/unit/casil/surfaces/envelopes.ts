/** Scanned envelopes around a payload and other fields, and what a segmenter makes of them. */
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import { createSegmenter } from '../../../../src/casil/surfaces/create-segmenter.js';
import type { Segmentation, Surface, SurfaceLimits } from '../../../../src/casil/surfaces/surface.js';
import { EnvelopeView, scanEnvelope } from '../../../../src/protocol/envelope-scanner.js';
import { bytesField, varintField } from '../../../support/protocol/raw-fields.js';

export const LIMITS: SurfaceLimits = { inspectBytesMax: 65_536, decodeBytesMax: 131_072, surfacesMax: 512 };
export const WORK_UNITS = 4_000_000;
export const ADDRESS = [bytesField(4, 'lobby'), bytesField(5, 'chat')];

export function scanned(...fields: Uint8Array[]): EnvelopeView {
  // A byte before and after, as in a Frame: offsets are not those of the envelope alone.
  const inner = Buffer.concat([varintField(1, 1), varintField(2, 1), bytesField(3, 'm1'), ...ADDRESS, ...fields]);
  return scan(inner);
}

export function scannedCommand(bodyField: number, body: Uint8Array): EnvelopeView {
  return scan(Buffer.concat([varintField(1, 1), varintField(2, 6), bytesField(3, 'm1'), bytesField(bodyField, body)]));
}

function scan(inner: Buffer): EnvelopeView {
  const bytes = Buffer.concat([Buffer.from([0xff, 0x5c]), inner, Buffer.from([0x5c, 0xff])]);
  const view = new EnvelopeView();
  const refused = scanEnvelope(bytes, 2, bytes.length - 2, { payloadBytesMax: 2 ** 21 }, view);
  if (refused !== null) throw new Error(`${refused.name} ${refused.field}`);
  return view;
}

/** An event with this payload. */
export function payloadOf(payload: string | Uint8Array, contentType = ''): EnvelopeView {
  const fields = [bytesField(6, payload)];
  if (contentType !== '') fields.push(bytesField(7, contentType));
  return scanned(...fields);
}

const segmenter = createSegmenter();
export const work = new WorkBudget();

export function segment(view: EnvelopeView, limits: Partial<SurfaceLimits> = {}, units = WORK_UNITS): Segmentation {
  work.reset(units);
  return segmenter.segment(view, { ...LIMITS, ...limits }, work);
}

export function textOf({ bytes, from, to }: Surface): string {
  return Buffer.from(bytes.subarray(from, to)).toString();
}

/** `part form encoding: text` of each surface but the id and the content type. */
/** Of a Protobuf payload its fields alone, without the bytes as they stand. */
export function toldFields(segmentation: Segmentation): string[] {
  return told(segmentation).filter((line) => !line.startsWith('payload protobuf plain:'));
}

export function told({ surfaces }: Segmentation): string[] {
  return surfaces
    .filter(({ part }) => part !== 'ids' && part !== 'content_type')
    .map((surface) => `${surface.part} ${surface.form} ${surface.encoding}: ${textOf(surface)}`);
}
