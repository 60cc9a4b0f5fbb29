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
let unfolded: readonly number[] = [];
let draft = '';

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
  if (panel === undefined) {
    const isSame = kept?.sessionId === snapshot.sessionId;
    unfolded = isSame ? kept.unfolded : [];
    draft = isSame ? (kept.draft ?? '') : '';
    panel = new StepsPanel(context, unfolded, keepUnfolded, { draft, keepDraft });
  }
  panel.update(before, snapshot);
  if (before !== undefined && before.sessionId !== snapshot.sessionId) unfolded = [];
  if (before?.sessionId !== snapshot.sessionId) keepState();
  afterPaint(() => {
    channel.post({ type: 'painted', revision: snapshot.revision, elapsedMs: performance.now() - receivedMs });
  });
}

function keepUnfolded(now: readonly number[]): void {
  unfolded = now;
  keepState();
}

function keepDraft(now: string): void {
  draft = now;
  keepState();
}

function keepState(): void {
  channel.writeState({ version: 1, sessionId: newest?.sessionId ?? null, unfolded, draft });
}

const context = {
  snapshot(): PanelSnapshot {
    if (newest === undefined) throw new Error('There is no snapshot yet');
    return newest;
  },
  post: (message: PanelToHost): void => channel.post(message),
  act(action: PanelAction, index?: number): void {
    if (newest === undefined || !isAllowed(newest, action)) return;
    if (action === 'checkMine') panel?.openOwnLine();
    else channel.post(index === undefined ? { type: 'action', action } : { type: 'action', action, index });
  },
  jump(index: number): void {
    panel?.focusStep(index);
    if (newest !== undefined && index !== newest.current) channel.post({ type: 'jump', index });
  },
};

fetchFormulaFonts();
channel.post({ type: 'ready' });
