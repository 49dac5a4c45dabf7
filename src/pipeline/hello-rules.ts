/** Bounds of a hello beyond its bytes being valid Protobuf. [S-PROTO-2] */
import type { wire } from '../protocol/codec.js';
import { rejection, type Rejection } from '../protocol/rejection.js';

const SCREEN_NAME_CHARS_MAX = 64;
const SDK_CHARS_MAX = 64;
const LIST_MAX = 64;
const LIST_ITEM_CHARS_MAX = 128;
/** Longer than any credential scheme here needs; a bound, not a format. */
const TOKEN_CHARS_MAX = 8192;

/** @returns what is wrong with it, or null. */
export function helloProblem(hello: wire.IHello): Rejection | null {
  if ((hello.screenName ?? '').length > SCREEN_NAME_CHARS_MAX)
    return rejection('INVALID_ARGUMENT', 'hello.screen_name');
  if ((hello.sdk ?? '').length > SDK_CHARS_MAX) return rejection('INVALID_ARGUMENT', 'hello.sdk');
  if (!isShortList(hello.capabilities)) return rejection('INVALID_ARGUMENT', 'hello.capabilities');
  if (!isShortList(hello.features)) return rejection('INVALID_ARGUMENT', 'hello.features');
  if ((hello.token ?? '').length > TOKEN_CHARS_MAX) return rejection('INVALID_ARGUMENT', 'hello.token');
  return null;
}

function isShortList(items: readonly string[] | null | undefined): boolean {
  return (items ?? []).length <= LIST_MAX && (items ?? []).every((item) => item.length <= LIST_ITEM_CHARS_MAX);
}
