// Generated from proto/arqonbus/v1 by scripts/generate-compact-schema.mjs. Do not edit.

export const MessageType = {
  MESSAGE_TYPE_UNSPECIFIED: 0,
  EVENT: 1,
  TELEMETRY: 2,
  DIRECT: 3,
  REQUEST: 4,
  REPLY: 5,
  COMMAND: 6,
  ACK: 16,
  ERROR: 17,
  COMMAND_RESULT: 18,
  SYSTEM: 19,
} as const;

export const ErrorCode = {
  ERROR_CODE_UNSPECIFIED: 0,
  MALFORMED_FRAME: 1,
  MALFORMED_ENVELOPE: 2,
  MISSING_FIELD: 3,
  REPEATED_FIELD: 4,
  FORBIDDEN_FIELD: 5,
  UNKNOWN_TYPE: 6,
  UNSUPPORTED_VERSION: 7,
  INVALID_IDENTIFIER: 8,
  PAYLOAD_TOO_LARGE: 9,
  TOO_MANY_ENVELOPES: 10,
  TOO_MANY_ERRORS: 11,
  INVALID_ARGUMENT: 12,
  TEXT_NOT_SUPPORTED: 13,
  UNAUTHENTICATED: 20,
  PERMISSION_DENIED: 21,
  CREDENTIAL_EXPIRED: 22,
  ALREADY_WELCOMED: 23,
  COMMAND_DISABLED: 24,
  NOT_FOUND: 30,
  ALREADY_EXISTS: 31,
  NOT_JOINED: 32,
  GROUP_CONFLICT: 33,
  NO_RESPONDER: 34,
  DEADLINE_EXCEEDED: 35,
  HOP_LIMIT_EXCEEDED: 36,
  ID_CONFLICT: 37,
  RATE_LIMITED: 40,
  LIMIT_EXCEEDED: 41,
  SLOW_CONSUMER: 42,
  STORAGE_UNAVAILABLE: 50,
  DURABILITY_UNAVAILABLE: 51,
  OUTCOME_UNKNOWN: 52,
  SHUTTING_DOWN: 70,
  INTERNAL: 71,
} as const;

export const Retry = {
  NEVER: 0,
  RETRY: 1,
  AFTER_REAUTH: 2,
  RESYNC: 3,
} as const;

export interface Envelope {
  readonly version: number;
  readonly type: number;
  readonly id: string;
  readonly room: string;
  readonly channel: string;
  readonly payload: Uint8Array;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly correlationId: string;
  readonly wantAck: boolean;
  readonly sequence: number;
  readonly epoch: number;
  readonly sender: string;
  readonly timestampMs: number;
  readonly subject: string;
  readonly target: string;
  readonly causationId: string;
  readonly hopCount: number;
  readonly ttlMs: number;
  readonly traceparent: string;
  readonly casil: CasilMetadata | undefined;
  readonly group: string;
  readonly tenantId: string;
  readonly capabilities: readonly string[];
  readonly intent: string;
  readonly embedding: Embedding | undefined;
  readonly hello: Hello | undefined;
  readonly welcome: Welcome | undefined;
  readonly command: Command | undefined;
  readonly commandResult: CommandResult | undefined;
  readonly ack: Ack | undefined;
  readonly error: Error | undefined;
  readonly gap: Gap | undefined;
  readonly goAway: GoAway | undefined;
  readonly presenceEvent: PresenceEvent | undefined;
}

export interface CasilMetadata {
  readonly outcome: number;
  readonly kind: string;
  readonly riskLevel: number;
  readonly flags: readonly string[];
  readonly ruleIds: readonly string[];
  readonly reasonCode: string;
}

export interface Embedding {
  readonly model: string;
  readonly dimensions: number;
  readonly values: Uint8Array;
}

export interface Hello {
  readonly clientType: number;
  readonly screenName: string;
  readonly capabilities: readonly string[];
  readonly sdk: string;
  readonly features: readonly string[];
  readonly token: string;
}

export interface Welcome {
  readonly clientId: string;
  readonly tenant: string;
  readonly subject: string;
  readonly grants: Grants | undefined;
  readonly limits: Limits | undefined;
  readonly durability: number;
  readonly durabilityNote: string;
  readonly features: readonly string[];
  readonly protocolVersion: string;
  readonly serverVersion: string;
  readonly pingIntervalMs: number;
  readonly pongDeadlineMs: number;
  readonly expiresAtMs: number;
  readonly bootId: string;
}

export interface Command {
  readonly ping: PingCommand | undefined;
  readonly status: StatusCommand | undefined;
  readonly join: JoinCommand | undefined;
  readonly leave: LeaveCommand | undefined;
  readonly createChannel: CreateChannelCommand | undefined;
  readonly deleteChannel: DeleteChannelCommand | undefined;
  readonly listRooms: ListRoomsCommand | undefined;
  readonly listChannels: ListChannelsCommand | undefined;
  readonly channelInfo: ChannelInfoCommand | undefined;
  readonly presence: PresenceCommand | undefined;
  readonly history: HistoryCommand | undefined;
  readonly refreshToken: RefreshTokenCommand | undefined;
  readonly help: HelpCommand | undefined;
}

export interface CommandResult {
  readonly ping: PingResult | undefined;
  readonly status: StatusResult | undefined;
  readonly join: JoinResult | undefined;
  readonly leave: LeaveResult | undefined;
  readonly createChannel: CreateChannelResult | undefined;
  readonly deleteChannel: DeleteChannelResult | undefined;
  readonly listRooms: ListRoomsResult | undefined;
  readonly listChannels: ListChannelsResult | undefined;
  readonly channelInfo: ChannelInfoResult | undefined;
  readonly presence: PresenceResult | undefined;
  readonly history: HistoryResult | undefined;
  readonly refreshToken: RefreshTokenResult | undefined;
  readonly help: HelpResult | undefined;
}

export interface Ack {
  readonly sequence: number;
  readonly epoch: number;
  readonly durability: number;
  readonly duplicate: boolean;
}

export interface Error {
  readonly code: number;
  readonly name: string;
  readonly message: string;
  readonly retry: number;
  readonly retryAfterMs: number;
  readonly field: string;
  readonly envelopeIndex: number | undefined;
}

export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly reason: number;
  readonly epoch: number;
}

export interface GoAway {
  readonly reason: string;
  readonly deadlineMs: number;
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
}

export interface PresenceEvent {
  readonly joined: readonly Member[];
  readonly left: readonly string[];
}

export interface Grants {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
  readonly history: readonly string[];
  readonly create: readonly string[];
  readonly command: readonly string[];
}

export interface Limits {
  readonly payloadBytesMax: number;
  readonly frameBytesMax: number;
  readonly envelopesPerFrameMax: number;
  readonly subscriptionsMax: number;
  readonly historyPageMax: number;
  readonly maxHops: number;
}

export interface PingCommand {

}

export interface StatusCommand {

}

export interface JoinCommand {
  readonly room: string;
  readonly channel: string;
  readonly recover: readonly Position[];
  readonly rewind: number;
  readonly group: string;
  readonly responder: boolean;
}

export interface LeaveCommand {
  readonly room: string;
  readonly channel: string;
}

export interface CreateChannelCommand {
  readonly room: string;
  readonly channel: string;
}

export interface DeleteChannelCommand {
  readonly room: string;
  readonly channel: string;
}

export interface ListRoomsCommand {
  readonly after: string;
  readonly limit: number;
}

export interface ListChannelsCommand {
  readonly room: string;
  readonly after: string;
  readonly limit: number;
}

export interface ChannelInfoCommand {
  readonly room: string;
  readonly channel: string;
}

export interface PresenceCommand {
  readonly room: string;
  readonly channel: string;
  readonly after: string;
  readonly limit: number;
}

export interface HistoryCommand {
  readonly room: string;
  readonly channel: string;
  readonly afterSequence: number;
  readonly epoch: number;
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly limit: number;
  readonly reverse: boolean;
}

export interface RefreshTokenCommand {
  readonly token: string;
}

export interface HelpCommand {

}

export interface PingResult {
  readonly timestampMs: number;
}

export interface StatusResult {
  readonly serverVersion: string;
  readonly nodeId: string;
  readonly uptimeMs: number;
  readonly durability: number;
  readonly draining: boolean;
  readonly timestampMs: number;
}

export interface JoinResult {
  readonly channels: readonly JoinedChannel[];
  readonly truncated: boolean;
}

export interface LeaveResult {

}

export interface CreateChannelResult {
  readonly epoch: number;
}

export interface DeleteChannelResult {

}

export interface ListRoomsResult {
  readonly rooms: readonly RoomSummary[];
  readonly more: boolean;
}

export interface ListChannelsResult {
  readonly channels: readonly ChannelSummary[];
  readonly more: boolean;
}

export interface ChannelInfoResult {
  readonly epoch: number;
  readonly sequence: number;
  readonly firstSequence: number;
  readonly retainedCount: number;
  readonly retainedBytes: number;
  readonly members: number;
  readonly durability: number;
}

export interface PresenceResult {
  readonly members: readonly Member[];
  readonly more: boolean;
  readonly total: number;
  readonly partial: boolean;
}

export interface HistoryResult {
  readonly envelopes: readonly Uint8Array[];
  readonly more: boolean;
  readonly epoch: number;
  readonly headSequence: number;
  readonly firstSequence: number;
}

export interface RefreshTokenResult {
  readonly expiresAtMs: number;
  readonly grants: Grants | undefined;
}

export interface HelpResult {
  readonly commands: readonly CommandHelp[];
}

export interface Member {
  readonly clientId: string;
  readonly clientType: number;
  readonly screenName: string;
  readonly capabilities: readonly string[];
  readonly subject: string;
}

export interface Position {
  readonly channel: string;
  readonly epoch: number;
  readonly sequence: number;
}

export interface JoinedChannel {
  readonly channel: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly recovered: boolean;
  readonly failure: number;
}

export interface RoomSummary {
  readonly room: string;
  readonly channels: number;
}

export interface ChannelSummary {
  readonly channel: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly members: number;
}

export interface CommandHelp {
  readonly name: string;
  readonly summary: string;
  readonly allowed: boolean;
}

/** Decoded messages by name. */
export interface CompactMessages {
  Envelope: Envelope;
  CasilMetadata: CasilMetadata;
  Embedding: Embedding;
  Hello: Hello;
  Welcome: Welcome;
  Command: Command;
  CommandResult: CommandResult;
  Ack: Ack;
  Error: Error;
  Gap: Gap;
  GoAway: GoAway;
  PresenceEvent: PresenceEvent;
  Grants: Grants;
  Limits: Limits;
  PingCommand: PingCommand;
  StatusCommand: StatusCommand;
  JoinCommand: JoinCommand;
  LeaveCommand: LeaveCommand;
  CreateChannelCommand: CreateChannelCommand;
  DeleteChannelCommand: DeleteChannelCommand;
  ListRoomsCommand: ListRoomsCommand;
  ListChannelsCommand: ListChannelsCommand;
  ChannelInfoCommand: ChannelInfoCommand;
  PresenceCommand: PresenceCommand;
  HistoryCommand: HistoryCommand;
  RefreshTokenCommand: RefreshTokenCommand;
  HelpCommand: HelpCommand;
  PingResult: PingResult;
  StatusResult: StatusResult;
  JoinResult: JoinResult;
  LeaveResult: LeaveResult;
  CreateChannelResult: CreateChannelResult;
  DeleteChannelResult: DeleteChannelResult;
  ListRoomsResult: ListRoomsResult;
  ListChannelsResult: ListChannelsResult;
  ChannelInfoResult: ChannelInfoResult;
  PresenceResult: PresenceResult;
  HistoryResult: HistoryResult;
  RefreshTokenResult: RefreshTokenResult;
  HelpResult: HelpResult;
  Member: Member;
  Position: Position;
  JoinedChannel: JoinedChannel;
  RoomSummary: RoomSummary;
  ChannelSummary: ChannelSummary;
  CommandHelp: CommandHelp;
}

/** Per message its fields: number, name, kind (plus 16 repeated, 32 optional), message or nothing. */
export const COMPACT_SCHEMA: Record<keyof CompactMessages, readonly (readonly [number, string, number, (keyof CompactMessages)?])[]> = {
  Envelope: [[1, 'version', 0], [2, 'type', 1], [3, 'id', 5], [4, 'room', 5], [5, 'channel', 5], [6, 'payload', 6], [7, 'contentType', 5], [8, 'headers', 8], [9, 'correlationId', 5], [10, 'wantAck', 2], [11, 'sequence', 3], [12, 'epoch', 4], [13, 'sender', 5], [14, 'timestampMs', 3], [15, 'subject', 5], [16, 'target', 5], [17, 'causationId', 5], [18, 'hopCount', 0], [19, 'ttlMs', 0], [20, 'traceparent', 5], [32, 'casil', 7, 'CasilMetadata'], [33, 'group', 5], [34, 'tenantId', 5], [40, 'capabilities', 21], [41, 'intent', 5], [42, 'embedding', 7, 'Embedding'], [48, 'hello', 7, 'Hello'], [49, 'welcome', 7, 'Welcome'], [50, 'command', 7, 'Command'], [51, 'commandResult', 7, 'CommandResult'], [52, 'ack', 7, 'Ack'], [53, 'error', 7, 'Error'], [54, 'gap', 7, 'Gap'], [55, 'goAway', 7, 'GoAway'], [56, 'presenceEvent', 7, 'PresenceEvent']],
  CasilMetadata: [[1, 'outcome', 1], [2, 'kind', 5], [3, 'riskLevel', 1], [4, 'flags', 21], [5, 'ruleIds', 21], [6, 'reasonCode', 5]],
  Embedding: [[1, 'model', 5], [2, 'dimensions', 0], [3, 'values', 6]],
  Hello: [[1, 'clientType', 1], [2, 'screenName', 5], [3, 'capabilities', 21], [4, 'sdk', 5], [5, 'features', 21], [6, 'token', 5]],
  Welcome: [[1, 'clientId', 5], [2, 'tenant', 5], [3, 'subject', 5], [4, 'grants', 7, 'Grants'], [5, 'limits', 7, 'Limits'], [6, 'durability', 1], [7, 'durabilityNote', 5], [8, 'features', 21], [9, 'protocolVersion', 5], [10, 'serverVersion', 5], [11, 'pingIntervalMs', 0], [12, 'pongDeadlineMs', 0], [13, 'expiresAtMs', 3], [14, 'bootId', 5]],
  Command: [[1, 'ping', 7, 'PingCommand'], [2, 'status', 7, 'StatusCommand'], [3, 'join', 7, 'JoinCommand'], [4, 'leave', 7, 'LeaveCommand'], [5, 'createChannel', 7, 'CreateChannelCommand'], [6, 'deleteChannel', 7, 'DeleteChannelCommand'], [7, 'listRooms', 7, 'ListRoomsCommand'], [8, 'listChannels', 7, 'ListChannelsCommand'], [9, 'channelInfo', 7, 'ChannelInfoCommand'], [10, 'presence', 7, 'PresenceCommand'], [11, 'history', 7, 'HistoryCommand'], [12, 'refreshToken', 7, 'RefreshTokenCommand'], [13, 'help', 7, 'HelpCommand']],
  CommandResult: [[1, 'ping', 7, 'PingResult'], [2, 'status', 7, 'StatusResult'], [3, 'join', 7, 'JoinResult'], [4, 'leave', 7, 'LeaveResult'], [5, 'createChannel', 7, 'CreateChannelResult'], [6, 'deleteChannel', 7, 'DeleteChannelResult'], [7, 'listRooms', 7, 'ListRoomsResult'], [8, 'listChannels', 7, 'ListChannelsResult'], [9, 'channelInfo', 7, 'ChannelInfoResult'], [10, 'presence', 7, 'PresenceResult'], [11, 'history', 7, 'HistoryResult'], [12, 'refreshToken', 7, 'RefreshTokenResult'], [13, 'help', 7, 'HelpResult']],
  Ack: [[1, 'sequence', 3], [2, 'epoch', 4], [3, 'durability', 1], [4, 'duplicate', 2]],
  Error: [[1, 'code', 1], [2, 'name', 5], [3, 'message', 5], [4, 'retry', 1], [5, 'retryAfterMs', 0], [6, 'field', 5], [7, 'envelopeIndex', 32]],
  Gap: [[1, 'from', 3], [2, 'to', 3], [3, 'reason', 1], [4, 'epoch', 4]],
  GoAway: [[1, 'reason', 5], [2, 'deadlineMs', 0], [3, 'retryMinMs', 0], [4, 'retryMaxMs', 0]],
  PresenceEvent: [[1, 'joined', 23, 'Member'], [2, 'left', 21]],
  Grants: [[1, 'publish', 21], [2, 'subscribe', 21], [3, 'history', 21], [4, 'create', 21], [5, 'command', 21]],
  Limits: [[1, 'payloadBytesMax', 0], [2, 'frameBytesMax', 0], [3, 'envelopesPerFrameMax', 0], [4, 'subscriptionsMax', 0], [5, 'historyPageMax', 0], [6, 'maxHops', 0]],
  PingCommand: [],
  StatusCommand: [],
  JoinCommand: [[1, 'room', 5], [2, 'channel', 5], [3, 'recover', 23, 'Position'], [4, 'rewind', 0], [5, 'group', 5], [6, 'responder', 2]],
  LeaveCommand: [[1, 'room', 5], [2, 'channel', 5]],
  CreateChannelCommand: [[1, 'room', 5], [2, 'channel', 5]],
  DeleteChannelCommand: [[1, 'room', 5], [2, 'channel', 5]],
  ListRoomsCommand: [[1, 'after', 5], [2, 'limit', 0]],
  ListChannelsCommand: [[1, 'room', 5], [2, 'after', 5], [3, 'limit', 0]],
  ChannelInfoCommand: [[1, 'room', 5], [2, 'channel', 5]],
  PresenceCommand: [[1, 'room', 5], [2, 'channel', 5], [3, 'after', 5], [4, 'limit', 0]],
  HistoryCommand: [[1, 'room', 5], [2, 'channel', 5], [3, 'afterSequence', 3], [4, 'epoch', 4], [5, 'sinceMs', 3], [6, 'untilMs', 3], [7, 'limit', 0], [8, 'reverse', 2]],
  RefreshTokenCommand: [[1, 'token', 5]],
  HelpCommand: [],
  PingResult: [[1, 'timestampMs', 3]],
  StatusResult: [[1, 'serverVersion', 5], [2, 'nodeId', 5], [3, 'uptimeMs', 3], [4, 'durability', 1], [5, 'draining', 2], [6, 'timestampMs', 3]],
  JoinResult: [[1, 'channels', 23, 'JoinedChannel'], [2, 'truncated', 2]],
  LeaveResult: [],
  CreateChannelResult: [[1, 'epoch', 4]],
  DeleteChannelResult: [],
  ListRoomsResult: [[1, 'rooms', 23, 'RoomSummary'], [2, 'more', 2]],
  ListChannelsResult: [[1, 'channels', 23, 'ChannelSummary'], [2, 'more', 2]],
  ChannelInfoResult: [[1, 'epoch', 4], [2, 'sequence', 3], [3, 'firstSequence', 3], [4, 'retainedCount', 3], [5, 'retainedBytes', 3], [6, 'members', 0], [7, 'durability', 1]],
  PresenceResult: [[1, 'members', 23, 'Member'], [2, 'more', 2], [3, 'total', 0], [4, 'partial', 2]],
  HistoryResult: [[1, 'envelopes', 22], [2, 'more', 2], [3, 'epoch', 4], [4, 'headSequence', 3], [5, 'firstSequence', 3]],
  RefreshTokenResult: [[1, 'expiresAtMs', 3], [2, 'grants', 7, 'Grants']],
  HelpResult: [[1, 'commands', 23, 'CommandHelp']],
  Member: [[1, 'clientId', 5], [2, 'clientType', 1], [3, 'screenName', 5], [4, 'capabilities', 21], [5, 'subject', 5]],
  Position: [[1, 'channel', 5], [2, 'epoch', 4], [3, 'sequence', 3]],
  JoinedChannel: [[1, 'channel', 5], [2, 'epoch', 4], [3, 'sequence', 3], [4, 'recovered', 2], [5, 'failure', 1]],
  RoomSummary: [[1, 'room', 5], [2, 'channels', 0]],
  ChannelSummary: [[1, 'channel', 5], [2, 'epoch', 4], [3, 'sequence', 3], [4, 'members', 0]],
  CommandHelp: [[1, 'name', 5], [2, 'summary', 5], [3, 'allowed', 2]],
};
