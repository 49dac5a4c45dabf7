/**
 * Where the fields of one scanned envelope lie: integers over the client's bytes, so that the hot path makes no
 * object and no string it does not need. One view is reused for every envelope of the process.
 */
const NO_BYTES = Buffer.alloc(0);

/**
 * Filled by scanEnvelope. An absent field has start = end = 0 (no field value can lie at offset 0). After a refusal
 * only the id means anything, and only where it could be read without doubt.
 */
export class EnvelopeView {
  bytes: Buffer = NO_BYTES;
  /** The envelope is bytes[start..end). */
  start = 0;
  end = 0;
  /** A client's MessageType: 1 to 6. */
  type = 0;
  wantAck = false;
  hopCount = 0;
  /** Milliseconds; 0 is the room's default. */
  ttlMs = 0;
  idStart = 0;
  idEnd = 0;
  roomStart = 0;
  roomEnd = 0;
  channelStart = 0;
  channelEnd = 0;
  payloadStart = 0;
  payloadEnd = 0;
  contentTypeStart = 0;
  contentTypeEnd = 0;
  correlationStart = 0;
  correlationEnd = 0;
  targetStart = 0;
  targetEnd = 0;
  causationStart = 0;
  causationEnd = 0;
  traceparentStart = 0;
  traceparentEnd = 0;
  /** 0, or 48 (hello) or 50 (command): the number of the body's field. */
  bodyField = 0;
  bodyStart = 0;
  bodyEnd = 0;
  headersCount = 0;
  capabilitiesCount = 0;
  /** Bit n is set when field 32 + n was seen; repeated singular fields are refused by it. */
  seenHigh = 0;

  reset(bytes: Buffer, start: number, end: number): void {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.type = 0;
    this.wantAck = false;
    this.hopCount = 0;
    this.ttlMs = 0;
    this.idStart = 0;
    this.idEnd = 0;
    this.roomStart = 0;
    this.roomEnd = 0;
    this.channelStart = 0;
    this.channelEnd = 0;
    this.payloadStart = 0;
    this.payloadEnd = 0;
    this.contentTypeStart = 0;
    this.contentTypeEnd = 0;
    this.correlationStart = 0;
    this.correlationEnd = 0;
    this.targetStart = 0;
    this.targetEnd = 0;
    this.causationStart = 0;
    this.causationEnd = 0;
    this.traceparentStart = 0;
    this.traceparentEnd = 0;
    this.bodyField = 0;
    this.bodyStart = 0;
    this.bodyEnd = 0;
    this.headersCount = 0;
    this.capabilitiesCount = 0;
    this.seenHigh = 0;
  }

  /** Texts are identifiers or printable ASCII, so one byte is one character. Absent fields read as ''. */
  id(): string {
    return this.bytes.toString('latin1', this.idStart, this.idEnd);
  }

  room(): string {
    return this.bytes.toString('latin1', this.roomStart, this.roomEnd);
  }

  channel(): string {
    return this.bytes.toString('latin1', this.channelStart, this.channelEnd);
  }

  contentType(): string {
    return this.bytes.toString('latin1', this.contentTypeStart, this.contentTypeEnd);
  }

  correlationId(): string {
    return this.bytes.toString('latin1', this.correlationStart, this.correlationEnd);
  }

  target(): string {
    return this.bytes.toString('latin1', this.targetStart, this.targetEnd);
  }

  causationId(): string {
    return this.bytes.toString('latin1', this.causationStart, this.causationEnd);
  }

  traceparent(): string {
    return this.bytes.toString('latin1', this.traceparentStart, this.traceparentEnd);
  }
}
