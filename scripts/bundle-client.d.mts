/** Types of bundle-client.mjs, for tests. */
export function bundleClient(): Promise<{
  readonly code: Uint8Array;
  readonly gzipBytes: number;
  readonly inputs: readonly { readonly path: string; readonly bytes: number }[];
}>;
