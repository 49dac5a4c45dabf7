/** An explanation for programs. What was found is told by its place and length; its text only where it was asked for. */
import type { ExplainedFinding, ExplainedRule, Explanation } from '../../casil/testing/explanation.js';
import type { OutputRecord } from '../output/json-lines.js';
import { decodeUtf8 } from '../output/message-record.js';
import { placeRecord } from './report/json-report.js';

export function explanationRecord(
  explanation: Explanation,
  { showPayload, masked }: { readonly showPayload: boolean; readonly masked: boolean },
): OutputRecord {
  const { address, sender, messageBytes, payloadBytes, policies, inspectBytesMax, surfaces } = explanation;
  const { outcome, reason, kind, risk, flags, ruleIds, contentForm, observability, work } = explanation.inspection;
  return {
    v: 1,
    type: 'explanation',
    ...address,
    sender,
    size: messageBytes,
    payload_size: payloadBytes,
    already_masked: masked,
    policies,
    inspect_bytes_max: inspectBytesMax,
    surfaces,
    findings: explanation.findings.map((finding) => findingRecord(finding, showPayload)),
    message_rules: explanation.messageRules.map(ruleRecord),
    outcome,
    reason,
    kind,
    risk,
    flags,
    rules: ruleIds,
    content_form: contentForm,
    observability,
    work,
  };
}

function findingRecord({ content, rules, ...finding }: ExplainedFinding, showPayload: boolean) {
  return { ...finding, rules: rules.map(ruleRecord), ...(showPayload && contentFields(content)) };
}

function contentFields(content: Buffer) {
  const text = decodeUtf8(content);
  return text === null ? { content_base64: content.toString('base64') } : { content_text: text };
}

function ruleRecord({ policy, rule, action, place }: ExplainedRule) {
  return { policy, rule, action, where: placeRecord(place) };
}
