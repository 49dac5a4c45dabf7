/**
 * Fills the generated parts of docs/protocol.md (between `<!-- generated: name -->` and `<!-- end -->`) from
 * proto/arqonbus/v1.
 *
 * `--check` writes nothing and fails when the page differs from what the schema says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { typeText } from './lib/describe-schema.mjs';
import { loadSchema } from './lib/load-schema.mjs';

const page = fileURLToPath(new URL('../docs/protocol.md', import.meta.url));

/** Messages that get a table of their own, in the order of reading. */
const BODIES = ['Hello', 'Welcome', 'Grants', 'Limits', 'Ack', 'Error', 'Gap', 'GoAway', 'Member', 'PresenceEvent'];
const ENUMS = ['ClientType', 'Durability', 'GapReason', 'RecoverFailure', 'CasilOutcome', 'CasilRisk'];

/** The page with its generated parts renewed. @throws Error when a part it should hold is missing. */
export function generateProtocolDocs(text) {
  const schema = loadSchema();
  const type = (name) => schema.lookupType(`arqonbus.v1.${name}`);
  const enumeration = (name) => schema.lookupEnum(`arqonbus.v1.${name}`);
  const parts = {
    types: valueTable(enumeration('MessageType')),
    envelope: fieldTable(type('Envelope')),
    embedding: fieldTable(type('Embedding')),
    bodies: BODIES.map((name) => section(type(name), fieldTable(type(name)))).join('\n\n'),
    commands: type('Command')
      .fieldsArray.map((field) => commandSection(field, type('CommandResult').fieldsById[field.id]))
      .join('\n\n'),
    shapes: ['Position', 'JoinedChannel', 'RoomSummary', 'ChannelSummary', 'CommandHelp', 'CasilMetadata']
      .map((name) => section(type(name), fieldTable(type(name))))
      .join('\n\n'),
    enums: ENUMS.map((name) => section(enumeration(name), valueTable(enumeration(name)))).join('\n\n'),
    errors: errorTable(enumeration('ErrorCode')),
    retry: valueTable(enumeration('Retry')),
    'close-codes': closeCodeTable(enumeration('CloseCode')),
  };
  return Object.entries(parts).reduce(replacePart, text);
}

function replacePart(text, [name, content]) {
  const begin = `<!-- generated: ${name} -->`;
  const start = text.indexOf(begin);
  const end = text.indexOf('<!-- end -->', start);
  if (start < 0 || end < 0) throw new Error(`docs/protocol.md has no part ${begin} ... <!-- end -->`);
  return `${text.slice(0, start)}${begin}\n${content}\n${text.slice(end)}`;
}

function section(item, content) {
  return `#### ${item.name}\n\n${item.comment}\n\n${content}`;
}

function commandSection(command, result) {
  const rows = [fieldTable(command.resolvedType), fieldTable(result.resolvedType)];
  return [
    `#### ${command.name}`,
    command.comment + (command.resolvedType.comment === command.comment ? '' : ` ${command.resolvedType.comment}`),
    command.resolvedType.fieldsArray.length === 0 ? 'No arguments.' : `Arguments:\n\n${rows[0]}`,
    result.resolvedType.fieldsArray.length === 0 ? 'The result is empty.' : `Result:\n\n${rows[1]}`,
  ].join('\n\n');
}

function fieldTable(type) {
  const rows = type.fieldsArray.map((field) => [
    field.id,
    `\`${field.name}\``,
    code(typeText(field)),
    [oneLine(field.comment), ...rules(field)].join(' '),
  ]);
  return table(['number', 'field', 'type', 'meaning'], rows);
}

function rules(field) {
  const option = (name) => field.options?.[`(${name})`];
  return [
    option('required') === true ? '**Required.**' : '',
    option('required_for') === undefined ? '' : `**Required for ${option('required_for').split(',').join(', ')}.**`,
    option('owner') === 'OWNER_SERVER' ? '**Server only.**' : '',
  ].filter((rule) => rule !== '');
}

function valueTable(item) {
  const rows = Object.entries(item.values).map(([name, number]) => [
    number,
    `\`${name}\``,
    oneLine(item.comments[name]),
  ]);
  return table(['number', 'name', 'meaning'], rows);
}

function errorTable(item) {
  const rows = Object.entries(item.values)
    .filter(([, number]) => number !== 0)
    .map(([name, number]) => {
      const options = item.valuesOptions[name];
      return [
        number,
        `\`${name}\``,
        options['(error_retry)'],
        oneLine(item.comments[name]),
        options['(error_message)'],
      ];
    });
  return table(['code', 'name', 'retry', 'when', 'message'], rows);
}

function closeCodeTable(item) {
  const rows = Object.entries(item.values)
    .filter(([, number]) => number !== 0)
    .map(([name, number]) => [
      number,
      `\`${name}\``,
      number < 4500 ? 'connect again' : 'terminal',
      oneLine(item.comments[name]),
    ]);
  return table(['code', 'name', 'client', 'meaning'], rows);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text) {
  return `\`${text}\``;
}

function oneLine(comment) {
  return comment.replaceAll(/\s*\n\s*/g, ' ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(page, 'utf8');
  const renewed = generateProtocolDocs(text);
  if (!process.argv.includes('--check')) writeFileSync(page, renewed);
  else if (renewed !== text) {
    console.error('docs/protocol.md is not what proto/ says; run: node scripts/generate-protocol-docs.mjs');
    process.exitCode = 1;
  }
}
