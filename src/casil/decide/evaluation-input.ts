/** What is known of a message when it is judged. */
import type { Finding } from '../inspection.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';
import type { ContentForm, Flag } from '../vocabulary.js';

export interface EvaluationInput {
  /** Those that cover the address, in the order of the configuration. */
  readonly policies: readonly CompiledPolicy[];
  readonly room: string;
  readonly channel: string;
  /** Of the sender, for exceptions. */
  readonly subject: string;
  readonly findings: readonly Finding[];
  /** Known without any rule: `oversize_payload`, `opaque_payload`, ... */
  readonly flags: readonly Flag[];
  readonly contentForm: ContentForm;
  /** Milliseconds since 1970, for exceptions that expire. */
  readonly nowMs: number;
}
