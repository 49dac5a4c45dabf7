/**
 * Bounds the nesting of a YAML text before it is parsed. The parser recurses once per level, and a text of nothing
 * but brackets exhausts the stack in a way that no `catch` survives. [P8]
 */
import { CST, Lexer } from 'yaml';

/** The schema nests four levels; flow style and anchors do not need many more. */
export const YAML_DEPTH_MAX = 64;

/** Whether no collection of the text can nest deeper than the bound. Errs on the side of refusing. */
export function isShallowYaml(text: string): boolean {
  let flowDepth = 0;
  // A block collection is either indented further than its parent or opened on the same line by an indicator.
  let blockDepth = 0;
  for (const source of new Lexer().lex(text)) {
    switch (CST.tokenType(source)) {
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
        blockDepth += 1;
        break;
      default:
        break;
    }
    if (flowDepth > YAML_DEPTH_MAX || (flowDepth === 0 && blockDepth > YAML_DEPTH_MAX)) return false;
  }
  return true;
}
