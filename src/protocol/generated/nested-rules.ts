// Generated from proto/arqonbus/v1 by scripts/generate-nested-rules.mjs. Do not edit.
import type { NestedRules } from '../nested-validator.js';

export const HELLO_RULES: NestedRules = { path: 'hello', fields: [
    null,
    { path: 'hello.client_type', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 4, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    { path: 'hello.screen_name', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: 64, countMax: Infinity, message: null },
    { path: 'hello.capabilities', kind: 'string', repeated: true, oneofBit: 0, valueMax: Infinity, bytesMax: 128, charactersMax: Infinity, countMax: 64, message: null },
    { path: 'hello.sdk', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: 64, charactersMax: Infinity, countMax: Infinity, message: null },
    { path: 'hello.features', kind: 'string', repeated: true, oneofBit: 0, valueMax: Infinity, bytesMax: 64, charactersMax: Infinity, countMax: 64, message: null },
    { path: 'hello.token', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: 8192, charactersMax: Infinity, countMax: Infinity, message: null },
  ] };

export const COMMAND_RULES: NestedRules = { path: 'command', fields: [
    null,
    { path: 'command.ping', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.ping', fields: [
    ] } },
    { path: 'command.status', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.status', fields: [
    ] } },
    { path: 'command.join', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.join', fields: [
      null,
      { path: 'command.join.room', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.join.channel', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.join.recover', kind: 'message', repeated: true, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: 256, message: { path: 'command.join.recover', fields: [
        null,
        { path: 'command.join.recover.channel', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
        { path: 'command.join.recover.epoch', kind: 'fixed32', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
        { path: 'command.join.recover.sequence', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 9007199254740991, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      ] } },
      { path: 'command.join.rewind', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 4294967295, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.join.group', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.join.responder', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 1, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.leave', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.leave', fields: [
      null,
      { path: 'command.leave.room', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.leave.channel', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.create_channel', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.create_channel', fields: [
      null,
      { path: 'command.create_channel.room', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.create_channel.channel', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.delete_channel', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.delete_channel', fields: [
      null,
      { path: 'command.delete_channel.room', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.delete_channel.channel', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.list_rooms', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.list_rooms', fields: [
      null,
      { path: 'command.list_rooms.after', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.list_rooms.limit', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 4294967295, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.list_channels', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.list_channels', fields: [
      null,
      { path: 'command.list_channels.room', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.list_channels.after', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.list_channels.limit', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 4294967295, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.channel_info', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.channel_info', fields: [
      null,
      { path: 'command.channel_info.room', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.channel_info.channel', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.presence', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.presence', fields: [
      null,
      { path: 'command.presence.room', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.presence.channel', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.presence.after', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.presence.limit', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 4294967295, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.history', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.history', fields: [
      null,
      { path: 'command.history.room', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.history.channel', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.history.after_sequence', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 9007199254740991, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.history.epoch', kind: 'fixed32', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.history.since_ms', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 9007199254740991, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.history.until_ms', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 9007199254740991, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.history.limit', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 4294967295, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
      { path: 'command.history.reverse', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 1, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.refresh_token', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.refresh_token', fields: [
      null,
      { path: 'command.refresh_token.token', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: 8192, charactersMax: Infinity, countMax: Infinity, message: null },
    ] } },
    { path: 'command.help', kind: 'message', repeated: false, oneofBit: 1, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: { path: 'command.help', fields: [
    ] } },
  ] };

export const EMBEDDING_RULES: NestedRules = { path: 'embedding', fields: [
    null,
    { path: 'embedding.model', kind: 'string', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: 128, charactersMax: Infinity, countMax: Infinity, message: null },
    { path: 'embedding.dimensions', kind: 'varint', repeated: false, oneofBit: 0, valueMax: 4294967295, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
    { path: 'embedding.values', kind: 'bytes', repeated: false, oneofBit: 0, valueMax: Infinity, bytesMax: Infinity, charactersMax: Infinity, countMax: Infinity, message: null },
  ] };
