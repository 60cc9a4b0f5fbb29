import { randomUUID } from 'node:crypto';
import type { Clock } from '../core/lazy/clock.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

export function newId(): string {
  return randomUUID();
}
