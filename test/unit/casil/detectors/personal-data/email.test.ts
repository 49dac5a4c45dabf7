import { describe, expect, it } from 'vitest';
import { email } from '../../../../../src/casil/detectors/personal-data/email.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { textsFound } from '../../../../support/casil/drive-detector.js';

itKeepsTheLaws(email, [
  '@',
  'a@',
  '@a.',
  'a@a.a.',
  'a@b.co ',
  'aaaaaaaaaaaaaaaa',
  `${'a'.repeat(64)}@`,
  '://a:a@',
  `${'a.'.repeat(60)}@`,
  `a@${'a.'.repeat(120)}`,
  '\u00e9@',
]);

describe('email [C-DET-1]', () => {
  it.each([
    ['john@example.com', 'john@example.com'],
    ['John.Doe+news@Mail.Example.co.uk', 'John.Doe+news@Mail.Example.co.uk'],
    ['mia.li3818@example.com', 'mia.li3818@example.com'],
    ['yara_garcia_1905@gmail.com', 'yara_garcia_1905@gmail.com'],
    ['<john@example.com>', 'john@example.com'],
    ['"John" <john@example.com>, next', 'john@example.com'],
    ["'john@example.com'", 'john@example.com'],
    ["o'brien@example.ie", "o'brien@example.ie"],
    ['mailto:john@example.com?subject=x', 'john@example.com'],
    ['https://x.example/?email=john@example.com&a=1', 'john@example.com'],
    ['https://x.example/users/john@example.com', 'john@example.com'],
    ['write to john@example.com.', 'john@example.com'],
    ['...john@example.com...', 'john@example.com'],
    ['line\\njohn@example.com\\nline', 'john@example.com'],
    ['C:\\users\\john@example.com', 'john@example.com'],
    ['\\u003cjohn@example.com\\u003e', 'john@example.com'],
    ['{\\"email\\": \\"john@example.com\\"}', 'john@example.com'],
    ['john@example.com:secret7', 'john@example.com'],
    ['1234567890@qq.example', '1234567890@qq.example'],
    ['a@b.co', 'a@b.co'],
    ['first-last@sub-domain.example.museum', 'first-last@sub-domain.example.museum'],
    ['john@xn--mnchen-3ya.example', 'john@xn--mnchen-3ya.example'],
    ['john@example.xn--p1ai', 'john@example.xn--p1ai'],
    ['jos\u00e9@example.com', 'jos\u00e9@example.com'],
    ['m\u00fcller@m\u00fcnchen.example', 'm\u00fcller@m\u00fcnchen.example'],
    [
      '\u043f\u043e\u0447\u0442\u0430@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444',
      '\u043f\u043e\u0447\u0442\u0430@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444',
    ],
    ['\u90ae\u7bb1john@example.com\u8c22\u8c22', 'john@example.com'],
    ['\u00abjohn@example.com\u00bb', 'john@example.com'],
    ['john@example.com\u2014call me', 'john@example.com'],
    ['john(at)x.com or john@example.com', 'john@example.com'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ['<CAF123=x@mail.example.com>', 'x@mail.example.com'],
    ['ssh://host/ and john@example.com', 'john@example.com'],
    ['root@db1.example.com', 'root@db1.example.com'],
  ])('finds the address of %s', (line, address) => {
    expect(textsFound(email, line)).toEqual([address]);
    expect(textsFound(email, `{"text":"${line} "}`)).toEqual([address]);
  });

  it('finds every address of a list', () => {
    const list = ['a1@example.com', 'b2@example.org', 'c3@example.net'];
    for (const joint of [',', ';', ' ', '","', '\n', '|', '/'])
      expect(textsFound(email, list.join(joint))).toEqual(list);
  });

  it.each([
    '@scope/package',
    '@scope/package@1.2.3',
    'lodash@4.17.21',
    'vue@next',
    'user@host',
    'user@localhost:8080',
    'user@10.0.0.1',
    'user@[10.0.0.1]',
    'git@github.com:org/repo.git',
    'git@gitlab.example.com:group/sub/repo',
    'deploy@host.example.com:/srv/app',
    'ubuntu@ip-10-0-0-1.ec2.internal:~$ ls',
    'someone@host.example.com:backups/db.tar',
    'ssh://git@github.com/org/repo.git',
    'https://user@example.com/path',
    'https://user:password@example.com/path',
    'postgres://app:s3cret@db.example.com:5432/main',
    'https://u:p@ss@db.example.com/main',
    'https://medium.example/@author',
    '@handle',
    '@john@mastodon.example',
    'logo@2x.png',
    'icon@3x.webp',
    'user@page.html',
    '@app.route("/x")',
    'line\\n@Component.class',
    'a@b',
    'a@b.c',
    'a@.com',
    'a@-b.com',
    '.@example.com',
    'john.@example.com',
    'jo..hn@example.com',
    'john@@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    'john@example.c0m',
    'john@example.123',
    'x = y @ z.com',
    'cost @ 5.00 each',
    'commit@{upstream}',
    'sha256@sha256:abcdef',
  ])('stays silent on %s [C-DET-3]', (line) => {
    expect(textsFound(email, line)).toEqual([]);
    expect(textsFound(email, `"${line}"`)).toEqual([]);
  });
});
