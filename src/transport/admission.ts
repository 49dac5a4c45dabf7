/**
 * Who may connect at all, judged by address before a byte of WebSocket is spoken. The transport asks; whoever keeps
 * the counts and the bans answers. [T-LIM-1] [T-LIM-2]
 */
import type { Refusal } from './refusal.js';

export interface Admission {
  /** Counts a connection of the address. @returns null, or why it is refused and was not counted */
  open(remoteAddress: string): Refusal | null;
  /** A counted connection is gone. */
  close(remoteAddress: string): void;
}

export const ADMIT_ALL: Admission = { open: () => null, close: () => undefined };
