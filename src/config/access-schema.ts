/** What an operator shuts: people, keys, addresses, commands and endpoints; and the log of who came and went. */
import { z } from 'zod';
import { parseCidr } from '../base/cidr.js';
import { filePath, text } from '../documents/values.js';

const ENTRIES_MAX = 10_000;

/** Bus commands, and what is granted like one. test/unit/config holds this list against the catalogue of commands. */
const COMMAND_NAMES = [
  'ping',
  'status',
  'join',
  'leave',
  'create_channel',
  'delete_channel',
  'list_rooms',
  'list_channels',
  'channel_info',
  'presence',
  'history',
  'refresh_token',
  'help',
  'direct',
  'request',
  'reply',
] as const;

/** Resources of the admin API that can be shut; liveness cannot. test/unit/config holds it against the API. */
const ADMIN_ENDPOINTS = ['/readyz', '/version', '/metrics', '/v1/status'] as const;

/** Names others chose: anything printable without spaces at the ends. */
function names(what: string) {
  return z
    .array(text(/^[\x21-\x7e](?:[\x20-\x7e]{0,510}[\x21-\x7e])?$/, `${what}, 1 to 512 printable characters`))
    .max(ENTRIES_MAX)
    .default([]);
}

function addressRanges() {
  const expectation = 'an IP address or a range such as 192.0.2.0/24 or 2001:db8::/32, without bits beyond the prefix';
  const range = z
    .string()
    .refine((written) => parseCidr(written) !== null)
    .meta({ kind: 'text', expectation });
  return z.array(range).max(ENTRIES_MAX).default([]);
}

export const accessSchema = z
  .strictObject({
    deny: z
      .strictObject({
        subjects: names('a subject').describe(
          'Subjects that may not connect: of every tenant (`alice`), or of one (`acme/alice`).',
        ),
        key_ids: names('the id of a key').describe('Keys whose credentials are refused, whoever they name.'),
        addresses: addressRanges().describe('Addresses and ranges (CIDR) that may not connect.'),
      })
      .prefault({})
      .describe('Who stays out whatever they present. Read again on SIGHUP, and then applied to open sessions too.'),
  })
  .prefault({})
  .describe('Who is kept out.');

export const commandsSchema = z
  .strictObject({
    disabled: z
      .array(z.enum(COMMAND_NAMES))
      .max(COMMAND_NAMES.length)
      .default([])
      .describe('Commands nobody may send, and `direct`, `request` or `reply`; help does not list them.'),
  })
  .prefault({})
  .describe('The commands of the bus.');

export const auditSchema = z
  .strictObject({
    file: filePath()
      .optional()
      .describe(
        'File for the audit log: who connected, joined, was denied or banned, and what operators did, as JSON Lines. Opened again on SIGHUP. None if unset.',
      ),
  })
  .prefault({})
  .describe('The audit log.');

/** A key of the section `admin`. */
export const disabledEndpoints = z
  .array(z.enum(ADMIN_ENDPOINTS))
  .max(ADMIN_ENDPOINTS.length)
  .default([])
  .describe('Endpoints that answer as if they did not exist.');
