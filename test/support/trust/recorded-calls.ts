/** What is asked of the parts of a bus, as a list of calls: work that can be compared, where time could not. */
import type { MemoryBus } from '../memory-bus.js';

/** @returns the calls of whatever `act` does, and what operators are told of it */
export function recordCalls(memoryBus: MemoryBus): (act: () => void) => readonly string[] {
  const { bus, events } = memoryBus;
  const calls: string[] = [];
  for (const part of ['log', 'router', 'roster', 'nodeLink'] as const) {
    const object: object = bus[part];
    for (const name of methodsOf(object)) {
      const method = Reflect.get(object, name) as (...args: unknown[]) => unknown;
      Reflect.set(object, name, (...args: unknown[]) => {
        calls.push(`${part}.${name}`);
        return method.apply(object, args);
      });
    }
  }
  return (act) => {
    calls.length = 0;
    const before = events.length;
    act();
    memoryBus.tick();
    return [...calls, ...events.slice(before).map(({ type }) => `told ${type}`)];
  };
}

/** Of its class; what it has of its own are listeners and values. */
function methodsOf(object: object): string[] {
  const prototype = Object.getPrototypeOf(object) as object;
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) =>
    typeof value === 'function' && name !== 'constructor' ? [name] : [],
  );
}
