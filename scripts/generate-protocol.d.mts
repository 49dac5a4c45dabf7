/** The text of both generated files of the codec for the schema as it is now. */
export function generateProtocol(): { js: string; dts: string };
