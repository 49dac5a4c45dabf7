/** Client ids embed the id of the node that holds the connection, so that any node can find a client without asking. */
import { randomName } from '../base/ids.js';

/** Random part: 16 of 36 letters are 82 bits, so ids are not guessable and do not repeat. */
const RANDOM_LENGTH = 16;

export function createClientId(nodeId: string): string {
  return `${nodeId}.${randomName(RANDOM_LENGTH)}`;
}

/** The node id inside a client id; null when the text is not one. */
export function nodeOfClient(clientId: string): string | null {
  const dot = clientId.length - RANDOM_LENGTH - 1;
  return dot > 0 && clientId[dot] === '.' ? clientId.slice(0, dot) : null;
}
