import type { ChatStringKey, PanelStringKey } from '../src/core/protocol/webviewStrings.ts';
import { chatStrings, panelStrings } from '../src/core/protocol/webviewStrings.ts';

let strings: Readonly<Record<string, string>> = { ...chatStrings, ...panelStrings };

/** Takes the translated words from the host; what it leaves out stays English. */
export function setStrings(translated: Readonly<Record<string, string>>): void {
  strings = { ...strings, ...translated };
}

/** The words for a key, with `{0}`, `{1}`, … replaced by the arguments. */
export function t(key: PanelStringKey | ChatStringKey, ...values: readonly (string | number)[]): string {
  const pattern = strings[key] ?? key;
  return pattern.replace(/\{(\d)\}/g, (whole, digit: string) => String(values[Number(digit)] ?? whole));
}
