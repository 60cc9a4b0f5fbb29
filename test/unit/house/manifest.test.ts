import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localized, markedSection, readManifest, readmeTables } from '../../../scripts/lib/manifestTables.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { commandTitles } from '../../../src/host/commandTable.ts';
import { settingDefaults } from '../../../src/host/settingsTable.ts';

const { manifest, strings, raw } = readManifest(root);
const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);

/** Commands that VS Code itself makes for each view and container, and those of its own. */
function isOfTheHost(command: string): boolean {
  const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
  return !command.startsWith('thunk.') || views.some((id) => command.startsWith(`${id}.`));
}

describe('the manifest', () => {
  it('declares the commands of the code, each once, under the same words', () => {
    assert.deepEqual([...declared].sort(), Object.keys(commandTitles).sort());
    const titles = contributes.commands.map(({ command, title }) => [command, localized(strings, title)]);
    assert.deepEqual(Object.fromEntries(titles), commandTitles);
    for (const { command, category } of contributes.commands) assert.equal(category, 'Thunk', command);
  });

  it('declares the settings of the code with the same defaults', () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    const inManifest = Object.fromEntries(settings.map(([id, setting]) => [id, setting.default]));
    const inCode = Object.fromEntries(Object.entries(settingDefaults).map(([id, value]) => [`thunk.${id}`, value]));
    assert.deepEqual(inManifest, inCode);
    for (const [id, setting] of settings) {
      assert.ok(setting.scope, `${id} says who may set it`);
      assert.ok(setting.markdownDescription, `${id} is described`);
    }
  });

  it('uses every string of package.nls.json, and no other', () => {
    const used = new Set([...raw.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]));
    assert.deepEqual([...used].sort(), Object.keys(strings).sort());
    for (const [key, text] of Object.entries(strings)) assert.notEqual(text.trim(), '', key);
  });

  it('names only commands that it declares, in menus, keybindings, links and events', () => {
    const named = [
      ...Object.values(contributes.menus).flatMap((items) => items.flatMap(({ command }) => command ?? [])),
      ...contributes.keybindings.map(({ command }) => command),
      ...[...raw.matchAll(/onCommand:([\w.]+)/g)].map((match) => match[1]!),
      ...Object.values(strings).flatMap((text) => [...text.matchAll(/\(command:([\w.]+)/g)].map((match) => match[1]!)),
    ];
    assert.deepEqual(
      named.filter((command) => !isOfTheHost(command) && !declared.includes(command)),
      [],
    );
  });

  it('binds no key without a condition, and none that typing needs', () => {
    for (const { command, key, mac, when } of contributes.keybindings) {
      assert.ok(when, `${command} has a when clause`);
      for (const chord of [key, mac ?? key]) assert.doesNotMatch(chord, /^(tab|enter|escape|space)$/i, command);
    }
  });

  it('points to files that are there', () => {
    const files = [...raw.matchAll(/"((?:\.\/)?media\/[^"]+)"/g)].map((match) => match[1]!);
    assert.ok(files.length > 0);
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });
});

describe('the README', () => {
  for (const [name, table] of Object.entries(readmeTables(root))) {
    it(`has the manifest's table of ${name} (npm run readme writes it)`, () => {
      const readme = readFileSync(join(root, 'README.md'), 'utf8').replaceAll('\r\n', '\n');
      assert.equal(markedSection(readme, name), table);
    });
  }
});
