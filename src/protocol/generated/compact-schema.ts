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

/**
 * Per message its fields as words: name, kind (plus 16 repeated, 32 optional), and for messages a colon and which.
 * Fields count up from 1; a number before a word says where it goes on. Short, because browsers load it.
 */
export const COMPACT_SCHEMA: Record<keyof CompactMessages, string> = {
  Envelope: 'version0 type1 id5 room5 channel5 payload6 contentType5 headers8 correlationId5 wantAck2 sequence3 epoch4 sender5 timestampMs3 subject5 target5 causationId5 hopCount0 ttlMs0 traceparent5 32casil7:CasilMetadata group5 tenantId5 40capabilities21 intent5 embedding7:Embedding 48hello7:Hello welcome7:Welcome command7:Command commandResult7:CommandResult ack7:Ack error7:Error gap7:Gap goAway7:GoAway presenceEvent7:PresenceEvent',
  CasilMetadata: 'outcome1 kind5 riskLevel1 flags21 ruleIds21 reasonCode5',
  Embedding: 'model5 dimensions0 values6',
  Hello: 'clientType1 screenName5 capabilities21 sdk5 features21 token5',
  Welcome: 'clientId5 tenant5 subject5 grants7:Grants limits7:Limits durability1 durabilityNote5 features21 protocolVersion5 serverVersion5 pingIntervalMs0 pongDeadlineMs0 expiresAtMs3 bootId5',
  Command: 'ping7:PingCommand status7:StatusCommand join7:JoinCommand leave7:LeaveCommand createChannel7:CreateChannelCommand deleteChannel7:DeleteChannelCommand listRooms7:ListRoomsCommand listChannels7:ListChannelsCommand channelInfo7:ChannelInfoCommand presence7:PresenceCommand history7:HistoryCommand refreshToken7:RefreshTokenCommand help7:HelpCommand',
  CommandResult: 'ping7:PingResult status7:StatusResult join7:JoinResult leave7:LeaveResult createChannel7:CreateChannelResult deleteChannel7:DeleteChannelResult listRooms7:ListRoomsResult listChannels7:ListChannelsResult channelInfo7:ChannelInfoResult presence7:PresenceResult history7:HistoryResult refreshToken7:RefreshTokenResult help7:HelpResult',
  Ack: 'sequence3 epoch4 durability1 duplicate2',
  Error: 'code1 name5 message5 retry1 retryAfterMs0 field5 envelopeIndex32',
  Gap: 'from3 to3 reason1 epoch4',
  GoAway: 'reason5 deadlineMs0 retryMinMs0 retryMaxMs0',
  PresenceEvent: 'joined23:Member left21',
  Grants: 'publish21 subscribe21 history21 create21 command21',
  Limits: 'payloadBytesMax0 frameBytesMax0 envelopesPerFrameMax0 subscriptionsMax0 historyPageMax0 maxHops0',
  PingCommand: '',
  StatusCommand: '',
  JoinCommand: 'room5 channel5 recover23:Position rewind0 group5 responder2',
  LeaveCommand: 'room5 channel5',
  CreateChannelCommand: 'room5 channel5',
  DeleteChannelCommand: 'room5 channel5',
  ListRoomsCommand: 'after5 limit0',
  ListChannelsCommand: 'room5 after5 limit0',
  ChannelInfoCommand: 'room5 channel5',
  PresenceCommand: 'room5 channel5 after5 limit0',
  HistoryCommand: 'room5 channel5 afterSequence3 epoch4 sinceMs3 untilMs3 limit0 reverse2',
  RefreshTokenCommand: 'token5',
  HelpCommand: '',
  PingResult: 'timestampMs3',
  StatusResult: 'serverVersion5 nodeId5 uptimeMs3 durability1 draining2 timestampMs3',
  JoinResult: 'channels23:JoinedChannel truncated2',
  LeaveResult: '',
  CreateChannelResult: 'epoch4',
  DeleteChannelResult: '',
  ListRoomsResult: 'rooms23:RoomSummary more2',
  ListChannelsResult: 'channels23:ChannelSummary more2',
  ChannelInfoResult: 'epoch4 sequence3 firstSequence3 retainedCount3 retainedBytes3 members0 durability1',
  PresenceResult: 'members23:Member more2 total0 partial2',
  HistoryResult: 'envelopes22 more2 epoch4 headSequence3 firstSequence3',
  RefreshTokenResult: 'expiresAtMs3 grants7:Grants',
  HelpResult: 'commands23:CommandHelp',
  Member: 'clientId5 clientType1 screenName5 capabilities21 subject5',
  Position: 'channel5 epoch4 sequence3',
  JoinedChannel: 'channel5 epoch4 sequence3 recovered2 failure1',
  RoomSummary: 'room5 channels0',
  ChannelSummary: 'channel5 epoch4 sequence3 members0',
  CommandHelp: 'name5 summary5 allowed2',
};
