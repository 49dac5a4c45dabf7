/** What reusable objects refer to between messages. */
export const NO_BYTES: Buffer = Buffer.alloc(0);
