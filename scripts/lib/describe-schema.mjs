/** The schema as plain data: what a release promises, and what reference tables are made from. */

/** Options that are promises to clients: changing one changes what is accepted. */
const PROMISED_OPTIONS = ['required', 'required_for', 'owner', 'bytes_max', 'characters_max', 'count_max'];

/**
 * Every message with its fields and every enum with its values, by name.
 *
 * @param schema what loadSchema returned.
 */
export function describeSchema(schema) {
  const messages = {};
  const enums = {};
  for (const item of schema.lookup('arqonbus.v1').nestedArray) {
    if (item.fieldsArray !== undefined) {
      messages[item.name] = Object.fromEntries(item.fieldsArray.map((field) => [field.name, describeField(field)]));
    } else if (item.values !== undefined) {
      enums[item.name] = { ...item.values };
    }
  }
  return { messages, enums };
}

/** `map<string, string>`, `repeated Position`, `uint32` ... as one writes it in a .proto. */
export function typeText(field) {
  if (field.map) return `map<${field.keyType}, ${field.type}>`;
  return field.repeated ? `repeated ${field.type}` : field.type;
}

function describeField(field) {
  const described = { number: field.id, type: typeText(field) };
  if (field.options?.proto3_optional === true) described.optional = true;
  else if (field.partOf !== null) described.oneof = field.partOf.name;
  for (const name of PROMISED_OPTIONS) {
    const value = field.options?.[`(${name})`];
    if (value !== undefined) described[name] = value;
  }
  return described;
}
