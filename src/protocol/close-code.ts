/** WebSocket close codes of our own, from the proto. 4000-4499: connect again. 4500-4999: terminal. */
import { wire } from './codec.js';

export const CloseCode = wire.CloseCode;
export type CloseCode = wire.CloseCode;
