import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ command: string, title: string, category?: string, icon?: string, enablement?: string }} Command
 * @typedef {{ command: string, key: string, mac?: string, when?: string }} Keybinding
 * @typedef {{ type: string, default: unknown, scope?: string, markdownDescription?: string }} Setting
 * @typedef {{ command?: string, submenu?: string, when?: string, group?: string }} MenuItem
 * @typedef {{
 *   main: string, icon?: string, bin: Record<string, string>,
 *   contributes: {
 *     commands: Command[], keybindings: Keybinding[], menus: Record<string, MenuItem[]>,
 *     configuration: { title: string, properties: Record<string, Setting> }[],
 *     views: Record<string, { id: string, name: string, icon?: string }[]>,
 *     viewsContainers: Record<string, { id: string, title: string, icon: string }[]>,
 *   },
 * }} Manifest
 */

/** @param {string} root @returns {{ manifest: Manifest, strings: Record<string, string>, raw: string }} */
export function readManifest(root) {
  const raw = readFileSync(join(root, 'package.json'), 'utf8');
  /** @type {unknown} */
  const manifest = JSON.parse(raw);
  /** @type {unknown} */
  const strings = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
  return {
    manifest: /** @type {Manifest} */ (manifest),
    strings: /** @type {Record<string, string>} */ (strings),
    raw,
  };
}

/** `%key%` in words. @param {Record<string, string>} strings @param {string} text */
export function localized(strings, text) {
  return text.replace(/^%(.+)%$/, (_, /** @type {string} */ key) => strings[key] ?? text);
}

/** The README's tables, by the name of the section between whose marks they stand. @param {string} root */
export function readmeTables(root) {
  const { manifest, strings } = readManifest(root);
  const { commands, keybindings, menus, configuration } = manifest.contributes;
  const hidden = new Set(
    (menus.commandPalette ?? []).filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  const keys = new Map(keybindings.map(({ command, key, mac }) => [command, [key, mac ?? key].map(keyName)]));
  const commandRows = commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title }) => [
      `Thunk: ${localized(strings, title)}`,
      `\`${command}\``,
      ...(keys.get(command) ?? ['', '']),
    ]);
  const settingRows = configuration
    .flatMap(({ properties }) => Object.entries(properties))
    .map(([id, setting]) => [
      `\`${id}\``,
      `\`${JSON.stringify(setting.default)}\``,
      localized(strings, setting.markdownDescription ?? ''),
    ]);
  return {
    commands: table(['Command', 'Id', 'Key', 'Key on macOS'], commandRows),
    settings: table(['Setting', 'Default', 'What it does'], settingRows),
  };
}

/** @param {string} key */
function keyName(key) {
  return key
    .split(' ')
    .map((chord) =>
      chord
        .split('+')
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join('+'),
    )
    .join(' ');
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * What stands between `<!-- NAME -->` and `<!-- /NAME -->`, or undefined where these marks are missing.
 * @param {string} text @param {string} name
 */
export function markedSection(text, name) {
  return new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(text)?.[1]?.trim();
}
