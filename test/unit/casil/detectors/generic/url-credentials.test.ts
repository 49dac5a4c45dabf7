import { describe, expect, it } from 'vitest';
import { urlCredentials } from '../../../../../src/casil/detectors/generic/url-credentials.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { textsFound } from '../../../../support/casil/drive-detector.js';

itKeepsTheLaws(urlCredentials, [
  '://',
  'a://',
  'a://:',
  'a://a:a',
  'a://a:b@',
  'a://a:****@b ',
  `a://${':'.repeat(500)}`,
]);

describe('url-credentials [C-DET-1]', () => {
  it.each([
    ['postgres://app:hunter7x@db.internal:5432/main', 'hunter7x'],
    ['postgresql://app:p%40ss%2Fw0rd@10.0.0.5/main', 'p%40ss%2Fw0rd'],
    ['mysql://root:r00t!@localhost/shop', 'r00t!'],
    ['mongodb+srv://svc:aK9dkq2@cluster0.mongodb.example/?retryWrites=true', 'aK9dkq2'],
    ['redis://:only-a-pw-9@cache:6379/0', 'only-a-pw-9'],
    ['amqp://guest:guest@localhost/', 'guest'],
    ['https://deploy:q7Wk2@git.example.com/org/repo.git', 'q7Wk2'],
    ['https://u:a:b:c@host', 'a:b:c'],
    ['https://u:p@ss@host.example', 'p@ss'],
    ['ftp://a:b1c2@[2001:db8::1]/x', 'b1c2'],
    ['https://u:v4lue@${HOST}/x', 'v4lue'],
    ['jdbc:postgresql://u:v4lue@db/x', 'v4lue'],
  ])('finds the password of %s', (url, password) => {
    for (const text of [url, `DATABASE_URL=${url}`, `{"url":"${url}"}`, `see <${url}>.`]) {
      expect(textsFound(urlCredentials, text)).toEqual([password]);
    }
  });

  it.each([
    'https://example.com/path',
    'https://example.com:8443/path@2x.png',
    'https://user@example.com/',
    'https://user:@example.com/',
    'ssh://git@github.com:22/org/repo.git',
    'postgres://user:***@host/db',
    'postgres://user:********@host/db',
    'postgres://user:<password>@host/db',
    'postgres://user:${DB_PASSWORD}@host/db',
    'postgres://user:$DB_PASSWORD@host/db',
    'postgres://user:{{password}}@host/db',
    'postgres://user:{password}@host/db',
    'postgres://user:%s@host/db',
    'postgres://user:%(password)s@host/db',
    'postgres://user:%PASSWORD%@host/db',
    'postgres://user:password@host/db',
    'postgres://user:your_password@host/db',
    'postgres://user:xxxxx@host/db',
    'postgres://user:[REDACTED]@host/db',
    'postgres://user:CHANGEME@host/db',
    'https://medium.example/@author:name',
    'https://maps.example/?q=a:b@c',
    'https://host:80 mail@example.com',
    '://a:bcd@host',
    'http://a:bcd@',
  ])('stays silent on %s [C-DET-3]', (text) => {
    expect(textsFound(urlCredentials, text)).toEqual([]);
  });
});
