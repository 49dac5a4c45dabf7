/** The page with its generated parts renewed. @throws Error when a part it should hold is missing. */
export function generateProtocolDocs(text: string): string;
