/** Every format of `casil test-policy --format`. Adding one is one file and one line here. */
import { githubReport } from './github-report.js';
import { humanReport } from './human-report.js';
import { jsonReport } from './json-report.js';
import { junitReport } from './junit-report.js';
import { tapReport } from './tap-report.js';
import type { Report } from './test-run.js';

export const REPORT_FORMATS = {
  human: humanReport,
  json: jsonReport,
  junit: junitReport,
  tap: tapReport,
  github: githubReport,
} as const satisfies Readonly<Record<string, Report>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
