/**
 * What a bus carries on an ordinary day, made from a seed: events full of times, decimals and ids, and the turns of a
 * customer, an airline's agent and its tools. Shapes that look like secrets or personal data and are none are common in
 * it; e-mail addresses are known, so that a test can ask for each.
 */
import type { Random } from '../protocol/random.js';

const FIRST_NAMES = ['Mia', 'Omar', 'Sofia', 'Aarav', 'Yara', 'Ivan', 'Noah', 'Chen', 'Raj', 'Olivia'];
const LAST_NAMES = ['Li', 'Davis', 'Kim', 'Rossi', 'Garcia', 'Muller', 'Khan', 'Sanchez', 'Silva', 'Patel'];
const AIRPORTS = ['JFK', 'SEA', 'PHX', 'MIA', 'ATL', 'DFW', 'ORD', 'LAX'];
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const HEX = '0123456789abcdef';

export interface OrdinaryMessage {
  /** As JSON on the wire. */
  readonly payload: string;
  /** E-mail addresses in it, in order. */
  readonly emails: readonly string[];
}

/** Events of machines: nothing in them is a secret or about a person. */
export function machineEvent(random: Random): string {
  const now = 1_700_000_000_000 + random.below(1_000_000_000);
  return JSON.stringify({
    id: uuid(random),
    trace_id: text(random, HEX, 32),
    traceparent: `00-${text(random, HEX, 32)}-${text(random, HEX, 16)}-01`,
    timestamp: now,
    timestamp_ns: `${now}${digits(random, 6)}`,
    at: new Date(now).toISOString(),
    price: random.uint32() / 4_294_967,
    score: random.uint32() / 0x1_0000_0000,
    position: { lat: 47.3769 + random.below(1000) / 7919, lon: 8.5417 + random.below(1000) / 7907 },
    order: `#W${digits(random, 7)}`,
    order_id: Number(`4${digits(random, 15)}`),
    tracking: `9400${digits(random, 18)}`,
    parcel: `1Z${text(random, ALNUM.slice(0, 26), 6)}${digits(random, 10)}`,
    sku: `${digits(random, 3)}-${digits(random, 4)}-${digits(random, 2)}`,
    etag: `"${text(random, HEX, 32)}"`,
    sha256: text(random, HEX, 64),
    commit: text(random, HEX, 40),
    next_page_token: text(random, ALNUM, 40),
    idempotency_key: uuid(random),
    csrf_token: text(random, ALNUM, 32),
    cursor: Buffer.from(JSON.stringify({ last: random.below(100_000), dir: 'next' })).toString('base64'),
    image: `data:image/png;base64,iVBORw0KGgo${text(random, `${ALNUM}+/`, 80)}`,
    version: `${random.below(9)}.${random.below(30)}.${random.below(200)}.${random.below(9)}`,
    agent: `Mozilla/5.0 (X11; Linux x86_64) Chrome/${100 + random.below(50)}.0.0.0 Safari/537.36`,
    zip: digits(random, 5),
    duration_ms: random.below(100_000) / 1000,
    usage: { max_tokens: 4096, prompt_tokens: random.below(9000), total_tokens: random.below(9000) },
    package: `@scope/tool@${random.below(9)}.${random.below(30)}.1`,
    icon: 'logo@2x.png',
    listen: '127.0.0.1:7410',
    elapsed: `00:${10 + random.below(49)}:${10 + random.below(49)}`,
    password_reset_required: random.below(2) === 0,
    token_type: 'Bearer',
    auth: 'Authorization: Bearer ${TOKEN}',
  });
}

/** One turn of a conversation, as a person, an agent or a tool would write it. */
export function conversationTurn(random: Random): OrdinaryMessage {
  const person = new Person(random);
  return random.pick([customerTurn, agentTurn, toolCall, toolAnswer])(random, person);
}

class Person {
  readonly first: string;
  readonly last: string;
  readonly user: string;
  readonly email: string;

  constructor(random: Random) {
    this.first = random.pick(FIRST_NAMES);
    this.last = random.pick(LAST_NAMES);
    this.user = `${this.first}_${this.last}_${digits(random, 4)}`.toLowerCase();
    this.email = `${this.first}.${this.last}${digits(random, 4)}@${random.pick(['example.com', 'mail.example.org'])}`;
  }
}

function customerTurn(random: Random, { user, email }: Person): OrdinaryMessage {
  const flight = `HAT${100 + random.below(200)}`;
  const [content, emails]: [string, string[]] = random.pick([
    [`Sure, my user ID is ${user}. I'd like basic economy on May ${1 + random.below(30)}th.`, []],
    [
      `My reservation is ${text(random, ALNUM.slice(0, 36), 6).toUpperCase()} on flight ${flight}, $${digits(random, 3)}.`,
      [],
    ],
    [`You can write to me at ${email}.\nOr call it a day (my card ends in ${digits(random, 4)}).`, [email]],
    [
      `Total: 6594 + 3925 + 5418 = ${15_937}, is that right? Date of birth 19${10 + random.below(89)}-0${1 + random.below(9)}-1${digits(random, 1)}.`,
      [],
    ],
  ]);
  return { payload: JSON.stringify({ role: 'user', content }), emails };
}

function agentTurn(random: Random, { first, email }: Person): OrdinaryMessage {
  const content =
    `Thank you, ${first}. I have these details:\n\n1. **Email**: ${email}\n2. **Flight**: HAT${digits(random, 3)} from ` +
    `${random.pick(AIRPORTS)} to ${random.pick(AIRPORTS)} at 06:00:00\n3. **Payment**: credit_card_${digits(random, 7)}`;
  return { payload: JSON.stringify({ role: 'assistant', content }), emails: [email] };
}

function toolCall(random: Random, { user, email }: Person): OrdinaryMessage {
  const input = JSON.stringify({
    user_id: user,
    email,
    amount: random.below(900),
    expression: '350 - 122 + (499 - 127)',
  });
  const calls = [{ id: `call_${text(random, ALNUM, 24)}`, name: 'update_user', arguments: input }];
  return { payload: JSON.stringify({ role: 'assistant', content: null, tool_calls: calls }), emails: [email] };
}

function toolAnswer(random: Random, { first, last, email }: Person): OrdinaryMessage {
  const certificate = `certificate_${digits(random, 7)}`;
  const content = JSON.stringify({
    name: { first_name: first, last_name: last },
    address: {
      address1: `${digits(random, 3)} Sunset Drive`,
      address2: `Suite ${digits(random, 3)}`,
      zip: digits(random, 5),
    },
    email,
    dob: `19${10 + random.below(89)}-04-05`,
    payment_methods: { [certificate]: { source: 'certificate', amount: 250, id: certificate } },
    reservations: [text(random, ALNUM.slice(0, 26), 6)],
  });
  return {
    payload: JSON.stringify({ role: 'tool', content, tool_call_id: `call_${text(random, ALNUM, 24)}` }),
    emails: [email],
  };
}

function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => text(random, HEX, length)).join('-');
}

function digits(random: Random, count: number): string {
  return text(random, '0123456789', count);
}

function text(random: Random, alphabet: string, count: number): string {
  return Array.from({ length: count }, () => alphabet.charAt(random.below(alphabet.length))).join('');
}
