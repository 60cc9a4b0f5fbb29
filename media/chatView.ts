import './withoutEval.ts';
import type { ChatSnapshot, ChatToHost, HostToChat } from '../src/core/protocol/chat.ts';
import { hostToChatSchema } from '../src/core/protocol/chat.ts';
import { openChannel } from './channel.ts';
import { ChatPanel } from './chatPanel.ts';
import { fetchFormulaFonts } from './formulaFonts.ts';
import { setStrings } from './strings.ts';

let panel: ChatPanel | undefined;
let newest: ChatSnapshot | undefined;

const channel = openChannel<HostToChat, ChatToHost>(
  hostToChatSchema,
  (message) => ({ type: 'error', message }),
  (message) => {
    switch (message.type) {
      case 'strings':
        setStrings(message.strings);
        break;
      case 'focus':
        panel?.focus();
        break;
      case 'snapshot':
        if (newest !== undefined && message.snapshot.revision < newest.revision) break;
        panel ??= new ChatPanel((answer) => channel.post(answer), keptDraft(), keepDraft);
        panel.update(newest, message.snapshot);
        newest = message.snapshot;
        break;
    }
  },
);

/** What was typed and not yet sent outlives the view, which VS Code takes down whenever it is hidden. */
function keptDraft(): string {
  const state = channel.readState();
  return typeof state === 'object' && state !== null && 'draft' in state ? String(state.draft) : '';
}

function keepDraft(draft: string): void {
  channel.writeState({ version: 1, draft });
}

fetchFormulaFonts();
channel.post({ type: 'ready' });
