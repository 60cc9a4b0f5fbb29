import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes?: {
    readonly commands?: readonly { readonly command: string }[];
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

describe('activation', () => {
  const extension = vscode.extensions.getExtension('thunk.thunk');

  it('activates without an error', async () => {
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers the commands that the manifest declares, and no others', async () => {
    assert.ok(extension);
    await extension.activate();
    const { contributes } = extension.packageJSON as Manifest;
    const views = Object.values(contributes?.views ?? {}).flat();
    const declared = (contributes?.commands ?? []).map(({ command }) => command);
    const registered = (await vscode.commands.getCommands(true)).filter((command) => command.startsWith('thunk.'));
    // VS Code makes some for each view: focus, open, resetViewLocation, …
    const own = registered.filter((command) => !views.some(({ id }) => command.startsWith(`${id}.`)));
    assert.deepEqual(own.sort(), declared.sort());
  });
});
