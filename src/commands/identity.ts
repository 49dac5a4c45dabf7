import type { CommandSession } from './command.js';

/** Who did something, as operators are told. [T-AUD-1] */
export interface Identity {
  readonly clientId: string;
  readonly tenant: string;
  readonly subject: string;
  readonly keyId: string;
  readonly remoteAddress: string;
}

export function identify({
  clientId,
  principal,
  remoteAddress,
}: Pick<CommandSession, 'clientId' | 'principal' | 'remoteAddress'>): Identity {
  const { tenant, subject, keyId } = principal;
  return { clientId, tenant, subject, keyId, remoteAddress };
}
