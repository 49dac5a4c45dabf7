/** Every attack, by name. */
import type { Attack, AttackName } from './attack.js';
import { commandAbuse } from './command-abuse.js';
import { connectFlood } from './connect-flood.js';
import { fragmentFlood } from './fragment-flood.js';
import { garbage } from './garbage.js';
import { headerSlowloris } from './header-slowloris.js';
import { joinAbuse } from './join-abuse.js';
import { messageFlood } from './message-flood.js';
import { neverReading } from './never-reading.js';
import { packedBombs } from './packed-bombs.js';
import { pingFlood } from './ping-flood.js';
import { reconnectStorm } from './reconnect-storm.js';
import { silentUpgrades } from './silent-upgrades.js';

export const ATTACKS: { readonly [N in AttackName]: Attack } = {
  'header-slowloris': headerSlowloris,
  'silent-upgrades': silentUpgrades,
  'message-flood': messageFlood,
  'connect-flood': connectFlood,
  'fragment-flood': fragmentFlood,
  'ping-flood': pingFlood,
  'packed-bombs': packedBombs,
  'never-reading': neverReading,
  'reconnect-storm': reconnectStorm,
  'join-abuse': joinAbuse,
  'command-abuse': commandAbuse,
  garbage,
};
