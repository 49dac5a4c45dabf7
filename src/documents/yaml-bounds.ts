/**
 * Bounds a YAML text before it is parsed. The parser recurses once per level, and a text of nothing but brackets
 * exhausts the stack in a way that no `catch` survives; its time grows with the square of its errors. [P8]
 */
import { CST, Lexer } from 'yaml';

/** The schema nests four levels; flow style and anchors do not need many more. */
export const YAML_DEPTH_MAX = 64;

/** A thousand room rows with every key written out have about 80,000. */
export const YAML_TOKENS_MAX = 100_000;

/** What is out of bounds, as a sentence; null if nothing is. Judges depth on the side of refusing. */
export function yamlExcess(text: string): string | null {
  let tokens = 0;
  let flowDepth = 0;
  // A block collection is either indented further than its parent or opened on the same line by an indicator.
  let blockDepth = 0;
  let isScalarText = false;
  for (const source of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > YAML_TOKENS_MAX) return `the YAML has more than ${YAML_TOKENS_MAX} tokens`;
    if (isScalarText) {
      isScalarText = false;
      continue;
    }
    switch (CST.tokenType(source)) {
      case 'scalar':
        // A mark; the text itself is the next token and looks like anything.
        isScalarText = true;
        break;
      case 'flow-seq-start':
      case 'flow-map-start':
        flowDepth += 1;
        break;
      case 'flow-seq-end':
      case 'flow-map-end':
        flowDepth = Math.max(0, flowDepth - 1);
        break;
      case 'newline':
        blockDepth = 0;
        break;
      case 'space':
        if (blockDepth === 0) blockDepth = source.length;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
        // In flow style they nest nothing: the brackets around them are counted.
        if (flowDepth === 0) blockDepth += 1;
        break;
      default:
        break;
    }
    if (flowDepth > YAML_DEPTH_MAX || (flowDepth === 0 && blockDepth > YAML_DEPTH_MAX)) {
      return `the YAML is nested more than ${YAML_DEPTH_MAX} levels deep`;
    }
  }
  return null;
}
