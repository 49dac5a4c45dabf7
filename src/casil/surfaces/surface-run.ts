/** The one implementation of a surface: an object that is filled again for every message. */
import type { ContentForm, MessagePart } from '../vocabulary.js';
import type { PositionMap } from './position-map.js';
import type { Surface } from './surface.js';
import { characterEnd, characterStart } from './text.js';
import { NO_BYTES } from './no-bytes.js';

export class SurfaceRun implements Surface {
  part: MessagePart = 'payload';
  form: ContentForm = 'empty';
  encoding: Surface['encoding'] = 'plain';
  bytes: Buffer = NO_BYTES;
  from = 0;
  to = 0;
  maskable = false;
  /** The last decoding; null where the bytes are the message's own. */
  map: PositionMap | null = null;
  /** The message, and the run of it that has to stay what it is when something in it is masked. */
  message: Buffer = NO_BYTES;
  rootFrom = 0;
  rootTo = 0;
  rootForm: ContentForm = 'empty';

  sourceStart(at: number): number {
    let pos = at;
    for (let map = this.map; map !== null; map = map.parent) pos = map.start(pos);
    return characterStart(this.message, this.rootFrom, pos);
  }

  sourceEnd(at: number): number {
    let pos = at;
    for (let map = this.map; map !== null; map = map.parent) pos = map.end(pos);
    return characterEnd(this.message, this.rootFrom, pos, this.rootTo);
  }
}
