/** The policies that come with the program: in `policies/` of the package, named without path or ending. [C-POL-2] */
import { fileURLToPath } from 'node:url';

/** Every policy of the folder; a test compares. */
export const SHIPPED_POLICIES = [
  'default',
  'monitor-all',
  'block-secrets',
  'mask-personal-data',
  'never-log-secure-rooms',
  'large-ai-messages',
  'demo',
] as const;

/** A name is a path where it looks like one: with a slash, or ending in .yaml or .yml. */
export function isPolicyPath(name: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(name);
}

/** Where a shipped policy lies, and what reports call its file wherever the program is installed. */
export function shippedPolicyFile(name: string): { readonly path: string; readonly file: string } | null {
  if (!SHIPPED_POLICIES.some((shipped) => shipped === name)) return null;
  // Three folders up from src/casil/policy and from dist/casil/policy alike.
  const path = fileURLToPath(new URL(`../../../policies/${name}.yaml`, import.meta.url));
  return { path, file: `policies/${name}.yaml` };
}
