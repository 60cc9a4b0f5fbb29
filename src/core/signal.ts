/**
 * The part of AbortSignal that core needs, so that core compiles without DOM or node types.
 * Every AbortSignal is a CancelSignal.
 */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
