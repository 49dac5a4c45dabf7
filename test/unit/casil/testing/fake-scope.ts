import type { AddressScope } from '../../../../src/casil/policy/compiled-policy.js';

export interface FakeScope {
  readonly room?: string;
}

/** One room, or everything. */
export function compileFakeScope({ room }: FakeScope): AddressScope {
  return { include: [`${room ?? '*'}:*`], exclude: [], covers: (name) => room === undefined || name === room };
}
