/** The text of src/protocol/generated/error-catalogue.ts for the schema as it is now. */
export function generateErrorCatalogue(): string;
