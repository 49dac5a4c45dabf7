/** The decisions about messages that no rule matched: made once, shared, never changed. */
import type { Decision } from '../inspection.js';
import { CONTENT_FORMS, FLAGS, type ContentForm, type Flag } from '../vocabulary.js';

/** A bit per flag, so that a set of flags is a number. */
const SHARED: Readonly<Record<ContentForm, (Decision | undefined)[]>> = Object.fromEntries(
  CONTENT_FORMS.map((form) => [form, new Array<Decision | undefined>(1 << FLAGS.length).fill(undefined)]),
) as Record<ContentForm, (Decision | undefined)[]>;

/** The same object for the same form and flags. */
export function untouched(contentForm: ContentForm, flags: readonly Flag[]): Decision {
  let bits = 0;
  for (const flag of flags) bits |= 1 << FLAGS.indexOf(flag);
  const shared = SHARED[contentForm];
  return (shared[bits] ??= untouchedDecision(contentForm, bits));
}

function untouchedDecision(contentForm: ContentForm, bits: number): Decision {
  return Object.freeze({
    action: 'allow',
    reason: null,
    kind: contentForm,
    risk: 'low',
    flags: Object.freeze(FLAGS.filter((_, index) => (bits & (1 << index)) !== 0)),
    ruleIds: Object.freeze([]),
    observability: 'as_message',
    judgements: Object.freeze([]),
  });
}
