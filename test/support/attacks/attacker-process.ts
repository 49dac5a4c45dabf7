/** The attacker's process: does what it is told over its channel to the campaign, once, and ends. */
import { Random } from '../protocol/random.js';
import type { AttackName, Field } from './attack.js';
import { ATTACKS } from './catalogue.js';

export type Order =
  | {
      readonly what: 'prepare';
      readonly name: AttackName;
      readonly field: Omit<Field, 'random'>;
      readonly seed: number;
    }
  | { readonly what: 'run' };

let order: Extract<Order, { what: 'prepare' }> | null = null;
let field: Field | null = null;

process.on('message', (message: Order) => {
  obey(message).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});

async function obey(message: Order): Promise<void> {
  if (message.what === 'prepare') {
    order = message;
    field = { ...message.field, random: new Random(message.seed) };
    await ATTACKS[message.name].prepare?.(field);
    process.send?.({ ready: true });
    return;
  }
  if (order === null || field === null) throw new Error('told to run before it was told what');
  const figures = await ATTACKS[order.name].run(field);
  process.send?.({ figures }, () => process.exit(0));
}
