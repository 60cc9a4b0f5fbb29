import * as vscode from 'vscode';
import { type Settings, validSetting } from './settingsTable.ts';

export const settingsSection = 'thunk';

/** The only reader of the configuration. `scope`: the document that it is about, for settings of a folder or a language. */
export function readSetting<Key extends keyof Settings>(key: Key, scope?: vscode.ConfigurationScope): Settings[Key] {
  return validSetting(key, vscode.workspace.getConfiguration(settingsSection, scope).get<unknown>(key));
}
