interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

interface Schema<Message> {
  safeParse(value: unknown): { success: true; data: Message } | { success: false; error: { message: string } };
}

export interface Channel<Outgoing> {
  post(message: Outgoing): void;
  readState(): unknown;
  writeState(state: unknown): void;
}

/**
 * The one door between a view and its host. What does not fit the contract is reported to the host's log and ignored,
 * and so is an error of the view itself: a webview has no log of its own that a person would find.
 */
export function openChannel<Incoming, Outgoing>(
  schema: Schema<Incoming>,
  asError: (message: string) => Outgoing,
  receive: (message: Incoming, receivedMs: number) => void,
): Channel<Outgoing> {
  const api = acquireVsCodeApi();
  const report = (what: unknown): void => {
    api.postMessage(asError((what instanceof Error ? (what.stack ?? what.message) : String(what)).slice(0, 2_000)));
  };
  window.addEventListener('error', (event) => report(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => report(event.reason));
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const receivedMs = performance.now();
    const parsed = schema.safeParse(event.data);
    if (parsed.success) receive(parsed.data, receivedMs);
    else report(`A message does not fit the contract: ${parsed.error.message}`);
  });
  return {
    post: (message) => api.postMessage(message),
    readState: () => api.getState(),
    writeState: (state) => api.setState(state),
  };
}

/** Calls back once the browser has painted what was changed just now. */
export function afterPaint(done: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(undefined);
  });
}
