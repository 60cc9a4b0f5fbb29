import type * as vscode from 'vscode';
import type { ThunkApi } from './host/api.ts';
import { buildApi } from './host/api.ts';
import type * as library from './index.ts';
import { buildContainer, type Container } from './host/container.ts';

let container: Container | undefined;

export function activate(context: vscode.ExtensionContext): ThunkApi<typeof library> {
  container = buildContainer(context);
  return buildApi(container.solving, () => import('./index.ts'));
}

export async function deactivate(): Promise<void> {
  await container?.close();
}
