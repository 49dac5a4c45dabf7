import { describe, expect, it } from 'vitest';
import { INPUT_PAUSE_MAX_MS, InputPause } from '../../../src/transport/input-pause.js';
import { FakeClock } from '../../support/fake-clock.js';

function start() {
  const clock = new FakeClock();
  const heard: string[] = [];
  const turns: (() => void)[] = [];
  const input = { pause: () => heard.push('pause'), resume: () => heard.push('resume') };
  const handled: string[] = [];
  const handle = (message: Buffer): void => {
    handled.push(message.toString());
    onHandled(message.toString());
  };
  let onHandled: (message: string) => void = () => undefined;
  const pause = new InputPause(input, clock, handle, (run) => turns.push(run));
  return {
    clock,
    pause,
    heard,
    handled,
    nextTurn: () => turns.splice(0).forEach((run) => run()),
    whenHandled: (fn: (message: string) => void) => {
      onHandled = fn;
    },
  };
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

describe('what was read before a pause of input [P8]', () => {
  const hold = (pause: InputPause, ...messages: string[]): boolean[] =>
    messages.map((message) => pause.hold(Buffer.from(message)));

  it('is not held where there is no pause', () => {
    expect(hold(start().pause, 'a')).toEqual([false]);
  });

  it('is handed on in order when the pause is over, before anything more is read', () => {
    const { clock, pause, heard, handled, whenHandled } = start();
    pause.for(10);
    expect(hold(pause, 'a', 'b')).toEqual([true, true]);
    whenHandled(() => heard.push('handled'));
    clock.advance(10);
    expect(handled).toEqual(['a', 'b']);
    expect(heard).toEqual(['pause', 'handled', 'handled', 'resume']);
  });

  it('waits again where one of it begins a pause', () => {
    const { clock, pause, heard, handled, whenHandled } = start();
    pause.for(10);
    hold(pause, 'a', 'b');
    whenHandled((message) => {
      if (message === 'a') pause.for(10);
    });
    clock.advance(10);
    expect(handled).toEqual(['a']);
    clock.advance(10);
    expect(handled).toEqual(['a', 'b']);
    expect(heard.at(-1)).toBe('resume');
  });

  it('is handed on at once when the peer is gone', () => {
    const { clock, pause, handled } = start();
    pause.for(10);
    hold(pause, 'a', 'b');
    pause.release();
    expect(handled).toEqual(['a', 'b']);
    expect(clock.timersPending).toBe(0);
  });

  it('is forgotten when nothing more is wanted of the peer', () => {
    const { clock, pause, heard, handled } = start();
    pause.for(10);
    hold(pause, 'a');
    pause.end();
    clock.advance(20);
    expect(handled).toEqual([]);
    expect(heard).toEqual(['pause', 'resume']);
  });
});
