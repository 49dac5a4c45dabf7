/** Ordinary messages of a bus for agents and services, in twenty shapes, none of which holds a credential. */
import { hashOf } from './look-alikes.js';
import type { Rng } from './rng.js';

const SENTENCES = [
  'Summarize the incident and propose two next steps.',
  'The build finished; see the artifacts for details.',
  'Could you check whether the key for the storage room was returned?',
  'I asked the support desk about my token balance, no answer yet.',
  'Please review the pull request and test the path under /live/status.',
  'Die Prüfung läuft, Ergebnis folgt in fünf Minuten.',
  'パターンを確認しました。次の手順に進みます。',
];

export const BUS_SHAPES: readonly ((rng: Rng) => unknown)[] = [
  (r) => ({ type: 'chat', id: r.uuid(), from: `agent-${r.int(90)}`, text: r.pick(SENTENCES), ts: time(r) }),
  (r) => ({
    role: 'assistant',
    content: r.pick(SENTENCES),
    tool_calls: [
      {
        id: `call_${r.alnum(24)}`,
        type: 'function',
        function: { name: 'search', arguments: JSON.stringify({ q: r.pick(SENTENCES), k: r.int(9) }) },
      },
    ],
  }),
  (r) => ({
    id: `chatcmpl-${r.alnum(29)}`,
    object: 'chat.completion',
    created: time(r),
    model: 'gpt-x',
    usage: { prompt_tokens: r.int(4000), completion_tokens: r.int(900) },
    system_fingerprint: `fp_${r.hex(10)}`,
  }),
  (r) => ({
    resourceSpans: [
      {
        traceId: r.hex(32),
        spanId: r.hex(16),
        parentSpanId: r.hex(16),
        name: 'GET /v1/items',
        startTimeUnixNano: `17${r.digits(17)}`,
        attributes: { 'http.status_code': 200, 'net.peer.ip': '10.0.0.7' },
      },
    ],
  }),
  (r) => ({
    metric: 'cpu.load',
    host: `node-${r.int(50)}`,
    value: r.int(10_000) / 10_000,
    at: time(r),
    tags: ['env:prod', `sha:${r.hex(7)}`],
  }),
  (r) => ({
    event: 'push',
    ref: 'refs/heads/main',
    before: r.hex(40),
    after: r.hex(40),
    commits: [{ id: r.hex(40), message: r.pick(SENTENCES), author: { name: 'Ada' } }],
    delivery: r.uuid(),
  }),
  (r) => ({
    id: `evt_1${r.alnum(23)}`,
    type: 'payment_intent.succeeded',
    data: {
      object: {
        id: `pi_3${r.alnum(23)}`,
        customer: `cus_${r.alnum(14)}`,
        amount: r.int(90_000),
        currency: 'eur',
        payment_method: `pm_1${r.alnum(23)}`,
      },
    },
    livemode: true,
  }),
  (r) => ({
    items: [
      { id: r.uuid(), etag: `"${r.hex(32)}"` },
      { id: r.uuid(), etag: `"${r.hex(32)}"` },
    ],
    next_page_token: r.base64url(r.between(24, 140)),
  }),
  (r) => ({
    idempotency_key: r.uuid(),
    order: {
      id: `ord_01${r.of('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 24)}`,
      lines: [{ sku: `SK${r.digits(8)}`, qty: r.int(9) }],
    },
  }),
  (r) => ({
    image: `data:image/png;base64,${Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), r.bytes(r.between(300, 1500))]).toString('base64')}`,
  }),
  (r) => ({
    file: 'report.pdf',
    sha256: r.hex(64),
    md5: hashOf(String(r.int(1e9)), 'md5'),
    size: r.int(1e7),
    url: `https://cdn.test/f/${r.uuid()}/report.pdf?v=${r.hex(8)}`,
  }),
  (r) => ({
    container: r.hex(64),
    image: `registry.test/app@sha256:${r.hex(64)}`,
    state: 'running',
    ports: ['8080/tcp'],
  }),
  (r) => ({
    packages: [
      {
        name: 'left-pad',
        version: '1.3.0',
        integrity: `sha512-${r.base64(86)}==`,
        resolved: 'https://registry.test/left-pad-1.3.0.tgz',
      },
    ],
  }),
  (r) => ({
    embedding: Array.from({ length: 48 }, () => (r.int(2e9) - 1e9) / 1e9),
    model: 'small',
    id: r.base64url(22),
  }),
  (r) => ({
    level: 'error',
    msg: 'request failed',
    request_id: r.uuid(),
    err: {
      stack: `Error: x\n    at f (/app/dist/index-${r.base64url(8)}.js:1:${r.digits(5)})\n    at g (/app/node_modules/.pnpm/ws@8.18.0/node_modules/ws/lib/websocket.js:12:3)`,
    },
  }),
  (r) => ({
    user: {
      id: r.digits(18),
      name: 'lin',
      locale: 'de-DE',
      plan: 'pro',
      team: `T0${r.upper(9)}`,
      channel: `C0${r.upper(9)}`,
    },
    cursor: `${r.base64(40)}=`,
  }),
  (r) => ({
    arn: `arn:aws:lambda:eu-west-1:${r.digits(12)}:function:resize`,
    requestId: r.uuid(),
    logStream: `2026/01/02/[$LATEST]${r.hex(32)}`,
    principalId: `AROA${r.base32(17)}:session`,
  }),
  (r) => ({
    html: `<div class="css-${r.lower(6)} sc-${r.alnum(6)}" data-testid="live_region_${r.lower(8)}"><a href="/path/to/pat-terns?key=${r.hex(8)}">ok</a></div>`,
  }),
  (r) => ({
    position: { epoch: r.int(2 ** 31), sequence: r.int(1e9) },
    presence: [{ client: `n1.${r.base64url(22)}`, type: 'ai-agent', capabilities: ['summarize', 'translate'] }],
    checksum: hashOf(String(r.int(1e9)), 'sha256'),
  }),
  (r) => ({
    keys: [{ kty: 'EC', crv: 'P-256', x: r.base64url(43), y: r.base64url(43), kid: r.base64url(43), use: 'sig' }],
    public_key: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.base64(43)} ada`,
  }),
];

function time(rng: Rng): number {
  return 1_767_225_600_000 + rng.int(30_000_000_000);
}
