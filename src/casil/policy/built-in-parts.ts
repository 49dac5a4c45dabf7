/** What policies are compiled from in production: the catalogue of detectors, the pattern compiler, field paths. */
import { DETECTORS } from '../detectors/catalogue.js';
import { parseFieldPath } from '../fields/field-path.js';
import { compilePattern } from '../patterns/compile-pattern.js';
import type { PolicyParts } from './policy-parts.js';

export const BUILT_IN_PARTS: PolicyParts = { detectors: DETECTORS, compilePattern, parseFieldPath };
