/**
 * node test/webview/pictures.ts [STATE,… [THEME,… [WIDTH,…]]]: pictures of the views in every state into out/pictures,
 * to be looked at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { out } from '../../scripts/lib/paths.mjs';
import type { ChatSnapshot } from '../../src/core/protocol/chat.ts';
import type { PanelSnapshot } from '../../src/core/protocol/panel.ts';
import { chatStates, panelStates } from './support/states.ts';
import type { ThemeName } from './support/themes.ts';
import { themes } from './support/themes.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

const defaults: readonly ThemeName[] = ['darkModern', 'lightModern', 'highContrast', 'highContrastLight'];
const [states, themeNames, widths] = process.argv.slice(2).map((list) => list.split(','));
const wantedThemes = (themeNames ?? defaults).filter((name): name is ThemeName => name in themes);
const folder = join(out, 'pictures');
mkdirSync(folder, { recursive: true });

const browser = await WebviewBrowser.start();
for (const theme of wantedThemes) {
  for (const [name, make] of Object.entries(panelStates)) {
    if (states !== undefined && !states.includes(name)) continue;
    for (const width of (widths ?? ['280', '480', '1200']).map(Number)) {
      await picture(`panel-${name}-${theme}-${width}`, { theme, width, height: 820 }, make());
    }
  }
  for (const [name, make] of Object.entries(chatStates)) {
    if (states !== undefined && !states.includes(`chat-${name}`)) continue;
    await picture(`chat-${name}-${theme}`, { view: 'chatView', theme, width: 300, height: 560 }, make());
  }
}
await browser.stop();

async function picture(
  name: string,
  options: Parameters<WebviewBrowser['open']>[0],
  snapshot: PanelSnapshot | ChatSnapshot,
): Promise<void> {
  const view = await browser.open(options);
  await view.send({ type: 'snapshot', snapshot } as Parameters<typeof view.send>[0]);
  // Long enough for the signs of work, which come after a moment.
  await view.page.waitForTimeout(500);
  await view.page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`) });
  for (const complaint of view.complaints) console.log(`${name}: ${complaint}`);
  await view.close();
}
