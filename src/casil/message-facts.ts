/** One message of a channel, as reports and exceptions know it. Reused: the channel's next message takes its place. */
import { EnvelopeView } from '../protocol/envelope-view.js';
import type { InspectionFacts, SenderFacts } from './inspection.js';

const NOBODY: SenderFacts = { clientId: '', subject: '' };
/** Shared: there are as many facts as senders have channels. */
const NO_MESSAGE = new EnvelopeView();

export class MessageFacts implements InspectionFacts {
  view = NO_MESSAGE;
  sender = NOBODY;

  constructor(
    readonly tenant: string,
    readonly room: string,
    readonly channel: string,
  ) {}

  get subject(): string {
    return this.sender.subject;
  }

  get messageType(): number {
    return this.view.type;
  }

  get messageId(): string {
    return this.view.id();
  }

  get bytes(): number {
    return this.view.end - this.view.start;
  }
}
