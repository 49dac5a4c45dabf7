/** How one protocol says the few things the load generator must say; `native/wire-*.c` reads its answers. */
export interface Step {
  /** WebSocket opcode; 0 sends nothing and only waits. */
  readonly opcode: 0 | 1 | 2;
  readonly payload: Buffer;
  /** Answers to wait for before the next step. */
  readonly replies: number;
}

export interface PublishTemplate {
  readonly bytes: Buffer;
  /** Where a decimal counter makes each copy unique; width 0 where the protocol needs none. */
  readonly counterAt: number;
  readonly counterWidth: number;
}

export interface Publish {
  /** Distinguishes runs against one server, so that no channel or id is used twice. */
  readonly run: string;
  readonly publisher: number;
  readonly channel: number;
  readonly payload: string;
  readonly ack: boolean;
}

export interface Wire {
  /** `enum wire` in native/plan.h. */
  readonly number: number;
  readonly opcode: 1 | 2;
  readonly path: string;
  readonly subprotocol?: string;
  /** Where a delivery of this message carries its payload, counted from the start of what the wire counts. */
  payloadAt(template: PublishTemplate, payload: string): number;
  prologue(run: string, channels: readonly number[], ack: boolean): Step[];
  publish(publish: Publish): PublishTemplate;
}

/** Fixed width, so that every template of a run has its payload in the same place. */
export const fixedWidth = (value: number, width: number): string => String(value).padStart(width, '0');
