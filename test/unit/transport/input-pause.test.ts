import { describe, expect, it } from 'vitest';
import { INPUT_PAUSE_MAX_MS, InputPause } from '../../../src/transport/input-pause.js';
import { FakeClock } from '../../support/fake-clock.js';

function start(): { clock: FakeClock; pause: InputPause; heard: string[]; nextTurn: () => void } {
  const clock = new FakeClock();
  const heard: string[] = [];
  const turns: (() => void)[] = [];
  const input = { pause: () => heard.push('pause'), resume: () => heard.push('resume') };
  const pause = new InputPause(input, clock, (run) => turns.push(run));
  return { clock, pause, heard, nextTurn: () => turns.splice(0).forEach((run) => run()) };
}

describe('a pause of input [P8]', () => {
  it('ends when its time is over, and can begin again', () => {
    const { clock, pause, heard } = start();
    pause.for(50);
    clock.advance(49);
    expect(heard).toEqual(['pause']);
    clock.advance(1);
    expect(heard).toEqual(['pause', 'resume']);
    pause.for(10);
    clock.advance(10);
    expect(heard).toEqual(['pause', 'resume', 'pause', 'resume']);
    expect(clock.timersPending).toBe(0);
  });

  it('is extended by a later one that ends later, and not shortened', () => {
    const { clock, pause, heard } = start();
    pause.for(50);
    clock.advance(25);
    pause.for(100);
    pause.for(1);
    clock.advance(99);
    expect(heard).toEqual(['pause']);
    clock.advance(1);
    expect(heard).toEqual(['pause', 'resume']);
  });

  it('is never longer than its bound, so that a dead peer is noticed', () => {
    const { clock, pause, heard } = start();
    pause.for(INPUT_PAUSE_MAX_MS + 1);
    clock.advance(INPUT_PAUSE_MAX_MS - 1);
    expect(heard).toEqual(['pause']);
    clock.advance(1);
    expect(heard).toEqual(['pause', 'resume']);
  });

  it('for a turn ends with it, and one of both kinds with the later', () => {
    const { clock, pause, heard, nextTurn } = start();
    pause.forThisTurn();
    pause.forThisTurn();
    expect(heard).toEqual(['pause']);
    nextTurn();
    expect(heard).toEqual(['pause', 'resume']);
    pause.forThisTurn();
    pause.for(10);
    nextTurn();
    expect(heard).toEqual(['pause', 'resume', 'pause']);
    clock.advance(10);
    expect(heard).toEqual(['pause', 'resume', 'pause', 'resume']);
    pause.for(10);
    pause.forThisTurn();
    clock.advance(10);
    expect(heard).toHaveLength(5);
    nextTurn();
    expect(heard.at(-1)).toBe('resume');
  });

  it('can be ended, once, and leaves no timer', () => {
    const { clock, pause, heard } = start();
    pause.end();
    pause.for(50);
    pause.end();
    pause.end();
    expect(heard).toEqual(['pause', 'resume']);
    expect(clock.timersPending).toBe(0);
  });
});
