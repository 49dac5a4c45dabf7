/** An explanation for people, in the order of the chain. What was found is shown as its length unless asked for. */
import type { ExplainedFinding, ExplainedRule, Explanation } from '../../casil/testing/explanation.js';
import { payloadText } from '../output/message-line.js';
import type { Style } from '../output/style.js';
import { placeText, shown } from './report/test-run.js';

export interface ExplanationOptions {
  readonly style: Style;
  readonly showPayload: boolean;
  /** The message looks as if it was masked before it was recorded. */
  readonly masked: boolean;
}

const LABEL_CELLS = 10;
/** Surfaces of a Protobuf payload may be a thousand. */
const SURFACES_SHOWN = 20;
const FINDINGS_SHOWN = 100;

export function explanationText(explanation: Explanation, options: ExplanationOptions): string {
  const { style } = options;
  const sections: [string, string[]][] = [
    ['message', messageLines(explanation, options)],
    [
      'scope',
      explanation.policies.map(
        ({ name, covers, why }) => `${shown(name)} ${covers ? 'covers it' : 'does not cover it'}: ${shown(why)}`,
      ),
    ],
    ['size', sizeLines(explanation)],
    ['surfaces', surfaceLines(explanation)],
    ['findings', findingLines(explanation, options)],
    ['rules', explanation.messageRules.map((rule) => `${ruleText(rule)}, for the message as a whole`)],
    ['outcome', outcomeLines(explanation, style)],
    ['work', [`${explanation.inspection.work} units`]],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([label, lines]) =>
      lines.map((line, index) => `${style.dim((index === 0 ? label : '').padEnd(LABEL_CELLS))}${line}\n`),
    )
    .join('');
}

function messageLines({ address, sender, messageBytes, payloadBytes }: Explanation, { masked }: ExplanationOptions) {
  const head = `${shown(`${address.room}:${address.channel}`)}  from ${shown(sender)}  ${messageBytes} bytes, payload ${payloadBytes}`;
  return masked ? [head, 'it looks as if it was masked before it was recorded: what it held is gone'] : [head];
}

function sizeLines({ payloadBytes, inspectBytesMax, inspection }: Explanation): string[] {
  if (inspectBytesMax === null) return [];
  const over = inspection.flags.includes('oversize_payload') ? ': too large' : '';
  return [`payload ${payloadBytes} of at most ${inspectBytesMax} bytes${over}`];
}

function surfaceLines({ surfaces }: Explanation): string[] {
  const lines = surfaces.slice(0, SURFACES_SHOWN).map(({ part, form, encoding, bytes, maskable }) => {
    const how = encoding === 'plain' ? form : `${form} decoded from ${encoding === 'escaped' ? 'escapes' : encoding}`;
    return `${part}, ${how}, ${bytes} bytes${maskable ? '' : ', cannot be masked'}`;
  });
  return surfaces.length > SURFACES_SHOWN ? [...lines, `and ${surfaces.length - SURFACES_SHOWN} more`] : lines;
}

function findingLines({ findings, inspectBytesMax }: Explanation, options: ExplanationOptions): string[] {
  if (inspectBytesMax === null) return [];
  if (findings.length === 0) return ['nothing was found'];
  const lines = findings.slice(0, FINDINGS_SHOWN).map((finding) => findingText(finding, options));
  return findings.length > FINDINGS_SHOWN ? [...lines, `and ${findings.length - FINDINGS_SHOWN} more`] : lines;
}

function findingText(finding: ExplainedFinding, { style, showPayload }: ExplanationOptions): string {
  const { source, kind, risk, verified, part, path, encoding, length, rules } = finding;
  const where = path === null ? part : `${part} ${shown(path)}`;
  const how = encoding === 'plain' ? '' : ` (${encoding})`;
  const content = showPayload ? payloadText(finding.content) : `${length} bytes`;
  const taken = rules.length === 0 ? 'no rule takes it' : rules.map(ruleText).join('; ');
  const what = `${style.bold(shown(source))} ${shown(kind)}/${risk}${verified ? ', verified' : ''}`;
  return `${what} in ${where}${how}: ${content} -> ${taken}`;
}

function ruleText({ policy, rule, action, place }: ExplainedRule): string {
  const at = place === null ? '' : ` ${placeText(place)}`;
  return `${action} by ${shown(`${policy}/${rule}`)}${at}`;
}

function outcomeLines({ inspection }: Explanation, style: Style): string[] {
  const { outcome, reason, kind, risk, flags, ruleIds, observability } = inspection;
  const because = reason === null ? '' : `  ${reason}`;
  const lines = [
    `${style.bold(outcome)}${because}${ruleIds.length === 0 ? '' : `  (${ruleIds.map(shown).join(', ')})`}`,
  ];
  if (reason !== null) lines.push(`kind ${shown(kind)}, risk ${risk}`);
  if (flags.length > 0) lines.push(`flags ${flags.join(', ')}`);
  if (observability === 'omit') lines.push('operators do not see its payload');
  return lines;
}
