import './withoutEval.ts';
import type { HostToPanel, PanelAction, PanelSnapshot, PanelToHost } from '../src/core/protocol/panel.ts';
import { hostToPanelSchema, panelStateSchema } from '../src/core/protocol/panel.ts';
import { afterPaint, openChannel } from './channel.ts';
import { fetchFormulaFonts } from './formulaFonts.ts';
import { isAllowed } from './panelContext.ts';
import { setStrings } from './strings.ts';
import { StepsPanel } from './stepsPanelView.ts';

let panel: StepsPanel | undefined;
let newest: PanelSnapshot | undefined;

const channel = openChannel<HostToPanel, PanelToHost>(
  hostToPanelSchema,
  (message) => ({ type: 'error', message }),
  (message, receivedMs) => {
    switch (message.type) {
      case 'strings':
        setStrings(message.strings);
        break;
      case 'focus':
        panel?.focus();
        break;
      case 'snapshot':
        show(message.snapshot, receivedMs);
        break;
    }
  },
);

const kept = panelStateSchema.safeParse(channel.readState()).data;

function show(snapshot: PanelSnapshot, receivedMs: number): void {
  if (newest !== undefined && snapshot.revision < newest.revision) return;
  const before = newest;
  newest = snapshot;
  panel ??= new StepsPanel(context, kept?.sessionId === snapshot.sessionId ? kept.unfolded : [], keepState);
  panel.update(before, snapshot);
  if (before?.sessionId !== snapshot.sessionId) keepState(before === undefined ? (kept?.unfolded ?? []) : []);
  afterPaint(() => {
    channel.post({ type: 'painted', revision: snapshot.revision, elapsedMs: performance.now() - receivedMs });
  });
}

function keepState(unfolded: readonly number[]): void {
  channel.writeState({ version: 1, sessionId: newest?.sessionId ?? null, unfolded });
}

const context = {
  snapshot(): PanelSnapshot {
    if (newest === undefined) throw new Error('There is no snapshot yet');
    return newest;
  },
  post: (message: PanelToHost): void => channel.post(message),
  act(action: PanelAction, index?: number): void {
    if (newest === undefined || !isAllowed(newest, action)) return;
    channel.post(index === undefined ? { type: 'action', action } : { type: 'action', action, index });
  },
  jump(index: number): void {
    panel?.focusStep(index);
    if (newest !== undefined && index !== newest.current) channel.post({ type: 'jump', index });
  },
};

fetchFormulaFonts();
channel.post({ type: 'ready' });
