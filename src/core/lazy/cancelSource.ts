import type { CancelSignal } from '../signal.ts';

/** The other end of a CancelSignal. */
export interface CancelSource {
  readonly signal: CancelSignal;
  cancel(): void;
}

export function createCancelSource(): CancelSource {
  const listeners = new Set<() => void>();
  let isAborted = false;
  return {
    signal: {
      get aborted() {
        return isAborted;
      },
      addEventListener: (_type, listener) => {
        if (!isAborted) listeners.add(listener);
      },
      removeEventListener: (_type, listener) => {
        listeners.delete(listener);
      },
    },
    cancel: () => {
      if (isAborted) return;
      isAborted = true;
      const called = [...listeners];
      listeners.clear();
      for (const listener of called) listener();
    },
  };
}

/** Cancels the source when the signal does; returns how to let go of the signal. */
export function follow(source: CancelSource, signal: CancelSignal | undefined): () => void {
  if (signal === undefined) return () => undefined;
  if (signal.aborted) source.cancel();
  const listener = (): void => source.cancel();
  signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}

/** Resolves once the signal is aborted; `release` lets go of the signal. */
export function untilCancelled(signal: CancelSignal): { readonly cancelled: Promise<'cancelled'>; release(): void } {
  let release = (): void => undefined;
  const cancelled = new Promise<'cancelled'>((resolve) => {
    const listener = (): void => resolve('cancelled');
    if (signal.aborted) listener();
    else signal.addEventListener('abort', listener, { once: true });
    release = () => signal.removeEventListener('abort', listener);
  });
  return { cancelled, release };
}
