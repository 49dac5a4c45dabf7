/** What both entries of the SDK export beside `connect`. */
export type { Client, ClientEvents, ClientState, MessageHandler, RequestHandler, Responder } from './client.js';
export { BusError, ConnectionError, QueueFullError, TimeoutError } from './errors.js';
export type { ConnectionErrorCode, RetryClass } from './errors.js';
export type { Message } from './message.js';
export type { MessageKind } from './message.js';
export type {
  ClientType,
  ConnectOptions,
  EmbeddingHook,
  HistoryQuery,
  JoinOptions,
  MessageOptions,
  PageQuery,
  Position,
  PublishOptions,
  ReconnectOptions,
  RequestManyOptions,
  RequestOptions,
  TokenProvider,
} from './options.js';
export type { JsonValue, Payload } from './payload.js';
export type * from './results.js';
export type { Subscription, SubscriptionEvents } from './subscription.js';
