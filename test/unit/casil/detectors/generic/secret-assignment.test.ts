import { describe, expect, it } from 'vitest';
import { secretAssignment } from '../../../../../src/casil/detectors/generic/secret-assignment.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { textsFound } from '../../../../support/casil/drive-detector.js';
import { Random } from '../../../../support/protocol/random.js';

const random = new Random(11);
const HEX = '0123456789abcdef';
const ALNUM = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${HEX}ghijklmnopqrstuvwxyz`;
const text = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet.charAt(random.below(alphabet.length))).join('');
const KEY = `a7Q${text(ALNUM, 24)}9z`;
const HEX_KEY = `7f${text(HEX, 28)}1c`;
const UUID = '2f1c9a3e-7b4d-4c5a-9e8f-0a1b2c3d4e5f';

itKeepsTheLaws(secretAssignment, [
  'password',
  'pwd',
  'pwds',
  'pwd=',
  'secret',
  'secret_key',
  'password=',
  'password:',
  'password:"',
  'password="x',
  `password='y`,
  'token=\\"',
  'password= ',
  `token='${'a1B2'.repeat(250)}' `,
  `api_key=a1b2c3d4e5f6,`,
  `${'page_'.repeat(8)}token=a1b2c3d4e5f6g7h8,`,
  'password********',
]);

describe('secret-assignment [C-DET-1]', () => {
  it.each([
    ['password=hunter2', 'hunter2'],
    ['PASSWORD: Tr0ub4dor!3', 'Tr0ub4dor!3'],
    ['"password": "S0mmer-2024"', 'S0mmer-2024'],
    ['{\\"password\\": \\"S0mmer-2024\\"}', 'S0mmer-2024'],
    ['{\\\\\\"password\\\\\\": \\\\\\"S0mmer-2024\\\\\\"}', 'S0mmer-2024'],
    ["'db_password' => 'x7!kQ9'", 'x7!kQ9'],
    ['DB_PASSWORD="correct7horse"', 'correct7horse'],
    ['spring.datasource.password = Qw3rty7', 'Qw3rty7'],
    ['passwd: k9$mm2', 'k9$mm2'],
    ['mysql --password k9xmm2qq -u root', 'k9xmm2qq'],
    ['<password>k9xmm2qq</password>', 'k9xmm2qq'],
    ['**Password:** k9xmm2qq', 'k9xmm2qq'],
    ["config['password'] = 'k9xmm2qq'", 'k9xmm2qq'],
    ['user=joe&password=k9xmm2qq&x=1', 'k9xmm2qq'],
    ['password: "aB3<kd9>x"', 'aB3<kd9>x'],
    ['pwd := "k9xmm2qq"', 'k9xmm2qq'],
    ['"pwd":"84720593"', '84720593'],
    [`api_key=${KEY}`, KEY],
    [`"apiKey": "${KEY}"`, KEY],
    [`x-api-key: ${KEY}`, KEY],
    [`API key: ${KEY}`, KEY],
    [`STRIPE_API_KEY=${HEX_KEY}`, HEX_KEY],
    [`client_secret=${KEY}`, KEY],
    [`"clientSecret" : '${KEY}'`, KEY],
    [`secret_access_key = ${KEY}+/x=`, `${KEY}+/x=`],
    [`auth_token: "${KEY}"`, KEY],
    [`--token ${KEY}`, KEY],
    [`ACCESS_TOKEN=${KEY}.`, KEY],
    [`refresh_token="${KEY}"`, KEY],
    [`private_key: ${KEY}`, KEY],
    [`jwt_secret=${KEY};`, KEY],
    [`accountKey=${KEY}==`, `${KEY}==`],
    [`encryption_key: \`${KEY}\``, KEY],
    ['{"secret":"xKqPzRtWmNbVcLsDhGfJ"}', 'xKqPzRtWmNbVcLsDhGfJ'],
  ])('finds the value of %s', (line, value) => {
    expect(textsFound(secretAssignment, `before ${line}`)).toEqual([value]);
    expect(textsFound(secretAssignment, `{"k":1}\n${line}\n`)).toEqual([value]);
  });

  it.each([
    `"next_page_token": "${KEY}"`,
    `nextPageToken=${KEY}`,
    `page_token: ${KEY}`,
    `"continuation_token":"${KEY}"`,
    `cursor_token=${KEY}`,
    `"cursor": "${KEY}"`,
    `"idempotency_key": "${UUID}"`,
    `idempotency_key=${KEY}`,
    `csrf_token=${KEY}`,
    `X-CSRF-Token: ${KEY}`,
    `sync_token: ${KEY}`,
    `"api_key": "${UUID}"`,
    `"session_token": "${UUID}"`,
    `"password": "5f4dcc3b5aa765d61d8327deb882cf99"`,
    `token: ${text(HEX, 40)}`,
    `secret=${text(HEX, 64)}`,
    `password_hash=${KEY}`,
    `"hashed_password": "${KEY}"`,
    'password: $2b$12$abcdefghijklmnopqrstuv',
    `secret = sha256:${text(HEX, 64)}`,
    `public_key=${KEY}`,
    `trace_id=${HEX_KEY}`,
    `"token_type": "${KEY}"`,
    `secretary: ${KEY}`,
    `password_policy: ${KEY}`,
    'password=true',
    '"password": false',
    '"password": null',
    'password: string;',
    'max_tokens: 16384',
    '"tokens": 1500000000000000',
    'password: "must contain 8 characters"',
    'Enter your password: then press 1',
    'the password is incorrect',
    'password: ""',
    'password=',
    'password==secret12',
    'password=${DB_PASSWORD1}',
    'password=$DB_PASSWORD1',
    'password=$(cat /run/secrets/db1)',
    'password: {{ vault_password1 }}',
    'password: <your-password-1>',
    'password=********',
    'password: xxxxxxxx1',
    'password: [REDACTED]',
    'password=changeme1',
    'api_key=your_api_key_here_123',
    'api_key=YOUR-API-KEY-12345',
    'api_key=sample-key-123456789',
    'password=os.environ["DB_PASSWORD1"]',
    'secret: process.env.JWT_SECRET1',
    'token = getToken(request1)',
    'password = config.database.password1',
    'secret: /run/secrets/db-password-1',
    'private_key: ./keys/server1.pem',
    'private_key=~/.ssh/id_ed25519',
    'private_key: C:\\keys\\server1.pem',
    'secret_url: https://vault.example/v1/a1b2c3d4',
    'token: https://vault.example/v1/a1b2c3d4',
    'token: 2026-05-20T10:00:00.000Z',
    'secret: airline-agent-42-production',
    'token: "credit_card_4421486"',
    'secret: my-kubernetes-secret-name',
    'apiKey: gpt-4o-mini-2024-07-18',
    'type ColonToken = SemicolonToken$1;',
    "'secret': 'V1SecretVolumeSource'",
    'SESSION_TOKEN = "appimdsv2sessiontoken"',
    'password123456',
    'password=password=password=x',
    'password=secret==x',
  ])('stays silent on %s [C-DET-3]', (line) => {
    expect(textsFound(secretAssignment, line)).toEqual([]);
    expect(textsFound(secretAssignment, `{"a":1} ${line} tail`)).toEqual([]);
  });

  it('is a guess, and says so with its risk', () => {
    expect(secretAssignment.risk).toBe('medium');
  });
});
