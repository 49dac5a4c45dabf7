/** A token's content for people: every word of it made safe, and how far to believe it said first. */
import type { JsonObject } from '../../auth/jwt-tools.js';
import { safeText } from '../../base/safe-text.js';
import type { Style } from '../output/style.js';
import type { Inspected } from './inspected.js';

const VERDICTS: { readonly [V in Inspected['signature']]: string } = {
  good: 'the signature is good: these are the words of whoever has the key',
  bad: 'the signature is BAD: believe nothing of this',
  no_key: 'none of the keys is for this token: believe nothing of this',
  not_checked: 'the signature was not checked: anyone can write these words',
};

const TIMES: { readonly [T in Inspected['times']]: string } = {
  in_time: 'good until',
  expired: 'expired at',
  not_yet_valid: 'not valid yet; ends at',
  unknown: 'does not say when it ends',
};

const TIME_CLAIMS: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat']);
const NAME_CHARS_MAX = 64;
const VALUE_CHARS_MAX = 400;
/** More than any honest token has. */
const MEMBERS_MAX = 64;

export function inspectionText(inspected: Inspected, style: Style): string {
  const { header, claims, signature, times, expiresAt } = inspected;
  const verdict = signature === 'good' ? VERDICTS.good : style.warn(VERDICTS[signature]);
  const time = `${TIMES[times]}${expiresAt === null ? '' : ` ${expiresAt}`}`;
  const lines = [verdict, times === 'in_time' ? time : style.warn(time)];
  lines.push(style.bold('header'), ...memberLines(header), style.bold('claims'), ...memberLines(claims));
  return `${lines.join('\n')}\n`;
}

function memberLines(object: JsonObject): string[] {
  const members = Object.entries(object);
  const lines = members
    .slice(0, MEMBERS_MAX)
    .map(([name, value]) => `  ${safeText(name, NAME_CHARS_MAX)}: ${valueText(name, value)}`);
  if (members.length > MEMBERS_MAX) lines.push(`  and ${members.length - MEMBERS_MAX} more`);
  return lines;
}

function valueText(name: string, value: unknown): string {
  const text = safeText(typeof value === 'string' ? value : JSON.stringify(value), VALUE_CHARS_MAX);
  const isTime = TIME_CLAIMS.has(name) && typeof value === 'number' && Number.isInteger(value);
  const date = new Date(isTime ? value * 1000 : NaN);
  return Number.isNaN(date.getTime()) ? text : `${text} (${date.toISOString()})`;
}
