/** Timers, handed in, so that the pace can be tested without waiting. */
export interface Timers {
  set(run: () => void, delayMs: number): unknown;
  clear(timer: unknown): void;
}

interface Entry {
  timer: unknown;
  isRunning: boolean;
  /** It was asked for again while it ran. */
  isWanted: boolean;
}

/**
 * Does something for each of many keys, some time after the last time that it was asked for, and for one key never
 * twice at once: what comes while it runs is done once more, afterwards.
 */
export class Pace {
  readonly #run: (key: string) => Promise<void>;
  readonly #timers: Timers;
  readonly #entries = new Map<string, Entry>();

  /** `run` never rejects. */
  constructor(run: (key: string) => Promise<void>, timers: Timers) {
    this.#run = run;
    this.#timers = timers;
  }

  ask(key: string, delayMs: number): void {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { timer: undefined, isRunning: false, isWanted: false };
      this.#entries.set(key, entry);
    }
    this.#timers.clear(entry.timer);
    const asked = entry;
    entry.timer = this.#timers.set(() => {
      asked.timer = undefined;
      if (asked.isRunning) asked.isWanted = true;
      else void this.#start(key, asked);
    }, delayMs);
  }

  /** Nothing is done for it any more, but what runs already. */
  forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#timers.clear(entry.timer);
    entry.timer = undefined;
    entry.isWanted = false;
    if (!entry.isRunning) this.#entries.delete(key);
  }

  forgetAll(): void {
    for (const key of [...this.#entries.keys()]) this.forget(key);
  }

  async #start(key: string, entry: Entry): Promise<void> {
    entry.isRunning = true;
    await this.#run(key);
    entry.isRunning = false;
    if (entry.isWanted) {
      entry.isWanted = false;
      await this.#start(key, entry);
    } else if (entry.timer === undefined) this.#entries.delete(key);
  }
}
