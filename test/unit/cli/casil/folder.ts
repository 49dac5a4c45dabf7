/** A folder with policies and cases of its own, and the command line run on them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const POLICY = `version: 1
name: desk
scope: {exclude: ["support-lab:*"]}
detectors: [secrets, email]
rules:
  - id: stop-token
    when: {detectors: [github-token]}
    action: block
  - id: hide-mail
    when: {detectors: [email]}
    action: redact
`;

export const CASES = `version: 1
policy: desk.yaml
cases:
  - name: masks e-mail
    given: {room: support, channel: chat, payload: {json: {email: "{email}", n: 1}}}
    expect: {decision: allow_with_redaction, rules: [hide-mail], masked: [$.email], payload: {json: {email: "{masked:email}", n: 1}}}
  - name: blocks a token
    given: {room: support, channel: chat, payload: {text: "push with {github_token}"}}
    expect: {decision: block, rules: [stop-token], reason: CASIL_POLICY_BLOCKED_SECRET}
    wrap: [raw, json, json-escaped, protobuf]
  - name: leaves what is almost a token
    given: {room: support, channel: chat, payload: {text: "push with {github_token:near_miss}"}}
    expect: {decision: allow, rules: []}
    near: [stop-token]
`;

export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'arqonbus-casil-'));

  /** Writes files by name; gives back the path of the first. */
  write(files: Readonly<Record<string, string | Buffer>>): string {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), text);
    }
    return this.at(Object.keys(files)[0] ?? '');
  }

  at(name: string): string {
    return join(this.path, name);
  }

  dispose(): void {
    rmSync(this.path, { recursive: true });
  }
}
