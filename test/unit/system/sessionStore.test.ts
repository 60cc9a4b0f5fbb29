import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { appendFile, mkdtemp, readFile, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createLazy } from '../../../src/core/lazy/createLazy.ts';
import type { Lazy } from '../../../src/core/lazy/lazy.ts';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import { branchSteps } from '../../../src/core/session/select.ts';
import { fold } from '../../../src/core/session/state.ts';
import { openDurableFile } from '../../../src/system/durableFile.ts';
import type { OpenedSession, SessionFile } from '../../../src/system/sessionFile.ts';
import type { SessionStore } from '../../../src/system/sessionStore.ts';
import { createSessionStore } from '../../../src/system/sessionStore.ts';
import { newId, systemClock } from '../../../src/system/systemClock.ts';
import { skip } from '../../harness/skip.ts';
import { countingSolver, problem } from '../lazy/support.ts';

const times = { heartbeatMs: 20, staleMs: 400 };
let directory: string;
let store: SessionStore;
let files: SessionFile[];

function opened(result: OpenedSession): SessionFile {
  assert.ok(result.type === 'opened', JSON.stringify(result));
  const { file } = result;
  files.push(file);
  return file;
}

function lazyOn(file: SessionFile): Lazy {
  const append = file.access.type === 'write' ? file.append : undefined;
  return createLazy({ solver: countingSolver(), history: file.log.events, append, clock: systemClock, newId });
}

const rename = (title: string): SessionEvent => ({ type: 'renamed', at: 9, title });
const pathOf = (id: string): string => join(directory, `${id}.jsonl`);
const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail('it never happened');
};

describe('the session store', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'thunk-store-'));
    store = createSessionStore({ directory, times, pollMs: 10 });
    files = [];
  });

  afterEach(async () => {
    await Promise.all(files.map((file) => file.close()));
    await rm(directory, { recursive: true, force: true });
  });

  it('keeps a session as it happens and opens it again', async () => {
    const file = opened(await store.create(problem, 'fine'));
    const lazy = lazyOn(file);
    await lazy.next();
    const onDisk = await readFile(pathOf(file.id), 'utf8');
    assert.ok(onDisk.endsWith('\n') && onDisk.includes('stepRevealed'));
    await lazy.dispose();
    await file.close();
    const again = lazyOn(opened(await store.open(file.id)));
    assert.deepEqual(again.state.session, lazy.state.session);
    assert.equal(again.state.session.grain, 'fine');
    assert.equal((await again.next()).type, 'step');
  });

  it('leaves no lock and no half-made file behind', async () => {
    const file = opened(await store.create(problem));
    await file.close();
    assert.deepEqual(await readdir(directory), [`${file.id}.jsonl`]);
  });

  it('goes on behind a record that was cut', async () => {
    const file = opened(await store.create(problem));
    await file.append([rename('one'), rename('two')]);
    await file.close();
    await truncate(pathOf(file.id), (await stat(pathOf(file.id))).size - 5);
    const again = opened(await store.open(file.id));
    assert.equal(again.log.damage?.type, 'cut');
    assert.equal(fold(again.log.events).title, 'one');
    assert.equal((await again.append([rename('three')])).type, 'stored');
    await again.close();
    const last = opened(await store.open(file.id));
    assert.equal(last.log.damage, undefined);
    assert.equal(fold(last.log.events).title, 'three');
  });

  it('puts the missing line end before the next record', async () => {
    const file = opened(await store.create(problem));
    await file.close();
    await truncate(pathOf(file.id), (await stat(pathOf(file.id))).size - 1);
    const again = opened(await store.open(file.id));
    await again.append([rename('next')]);
    await again.close();
    assert.equal(fold(opened(await store.open(file.id)).log.events).title, 'next');
  });

  for (const [name, text] of [
    ['corrupt', 'garbage\n{"type":"renamed","at":1,"title":"lost"}\n'],
    ['newer-version', undefined],
  ] as const) {
    it(`never writes into a file that is ${name}`, async () => {
      const file = opened(await store.create(problem));
      await file.close();
      const path = pathOf(file.id);
      if (text === undefined)
        await writeFile(path, (await readFile(path, 'utf8')).replace('"version":1', '"version":2'));
      else await appendFile(path, text);
      const before = await readFile(path, 'utf8');
      const again = opened(await store.open(file.id));
      assert.deepEqual(again.access, { type: 'read', because: name });
      assert.equal((await again.append([rename('no')])).type, 'failed');
      assert.equal((await store.rename(file.id, 'no')).type, 'failed');
      await again.close();
      assert.equal(await readFile(path, 'utf8'), before);
      assert.deepEqual(await readdir(directory), [`${file.id}.jsonl`]);
    });
  }

  it('lists what is there, the last changed first, and names what it cannot read', async () => {
    assert.deepEqual(await store.list(), { sessions: [], unreadable: [], fault: undefined });
    const first = opened(await store.create(problem));
    const second = opened(await store.create({ ...problem, title: 'Second' }));
    await lazyOn(first).next();
    await writeFile(pathOf('broken'), 'no header');
    const { sessions, unreadable } = await store.list();
    assert.deepEqual(
      sessions.map(({ id, stepCount }) => [id, stepCount]),
      [
        [first.id, 1],
        [second.id, 0],
      ],
    );
    assert.deepEqual(
      unreadable.map(({ id }) => id),
      ['broken'],
    );
    await second.append([{ type: 'renamed', at: Date.now() + 1000, title: 'New' }]);
    assert.equal((await store.list()).sessions[0]?.title, 'New');
  });

  it('renames, deletes to its own trash and brings back', async () => {
    const file = opened(await store.create(problem));
    await lazyOn(file).next();
    assert.equal((await store.rename(file.id, 'x')).type, 'failed', 'it is open');
    assert.equal((await store.delete(file.id)).type, 'failed', 'it is open');
    await file.close();
    assert.equal((await store.rename(file.id, 'Mine')).type, 'stored');
    const deleted = await store.delete(file.id);
    assert.ok(deleted.type === 'deleted');
    assert.equal((await store.list()).sessions.length, 0);
    assert.equal((await store.open(file.id)).type, 'failed');
    assert.equal((await deleted.undo()).type, 'stored');
    const [session] = (await store.list()).sessions;
    assert.equal(session?.title, 'Mine');
    assert.equal(session.stepCount, 1);
  });

  it('empties its trash of what is older than a month', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const file = opened(await store.create(problem));
      await file.close();
      ids.push(file.id);
    }
    await store.delete(ids[0]!);
    const old = new Date(Date.now() - 40 * 24 * 3600 * 1000);
    await utimes(join(directory, 'trash', `${ids[0]!}.jsonl`), old, old);
    await utimes(pathOf(ids[1]!), old, old);
    await store.delete(ids[1]!);
    assert.deepEqual(await readdir(join(directory, 'trash')), [`${ids[1]!}.jsonl`]);
  });

  it('answers what is not there, or no name, with a value', async () => {
    for (const id of ['nowhere', '../secret', '', 'a/b', '.hidden']) {
      for (const result of [await store.open(id), await store.rename(id, 'x'), await store.delete(id)]) {
        assert.equal(result.type === 'failed' && result.reason, 'missing', id);
      }
    }
    assert.ok(!existsSync(directory) || (await readdir(directory)).every((name) => !name.endsWith('.lock')));
  });

  it('answers a folder that is none with a value', async () => {
    await writeFile(join(directory, 'file'), '');
    const refused = createSessionStore({ directory: join(directory, 'file', 'below') });
    for (const result of [await refused.create(problem), await refused.open('x'), await refused.delete('x')]) {
      assert.equal(result.type === 'failed' && result.reason, 'read-only');
    }
    assert.equal((await refused.list()).fault?.reason, 'read-only');
  });

  it('answers a full disk with a value', async function () {
    if (!existsSync('/dev/full')) skip(this, 'this system has no /dev/full');
    const file = await openDurableFile('/dev/full', 0);
    assert.deepEqual(await file.append('x\n'), { type: 'failed', reason: 'full', detail: 'The disk is full.' });
    await file.close();
  });

  it('drops what of a record reached the disk when the rest did not', async () => {
    const path = join(directory, 'log');
    await writeFile(path, 'whole\nhal');
    const file = await openDurableFile(path, 6);
    assert.equal(await readFile(path, 'utf8'), 'whole\n');
    await file.append('next\n');
    assert.equal(await readFile(path, 'utf8'), 'whole\nnext\n');
    await file.close();
  });
});

describe('two processes on one session', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'thunk-lock-'));
    store = createSessionStore({ directory, times, pollMs: 10 });
    files = [];
  });

  afterEach(async () => {
    await Promise.all(files.map((file) => file.close()));
    await rm(directory, { recursive: true, force: true });
  });

  it('one writes, the other reads along', async () => {
    const writer = opened(await store.create(problem));
    const reader = opened(await createSessionStore({ directory, times, pollMs: 10 }).open(writer.id));
    assert.equal(reader.access.type === 'read' && reader.access.because, 'locked');
    assert.equal(
      reader.access.type === 'read' && reader.access.because === 'locked' && reader.access.owner?.pid,
      process.pid,
    );
    const view = lazyOn(reader);
    reader.watch((events) => view.receive(events));
    const lazy = lazyOn(writer);
    await lazy.next();
    await lazy.next();
    await until(() => branchSteps(view.state.session).length === 2);
    assert.equal((await view.next()).type, 'failed');
    assert.deepEqual(view.state.session, lazy.state.session);
  });

  it('the other takes over when told to, and the first one writes no more', async () => {
    const first = opened(await store.create(problem));
    const lazy = lazyOn(first);
    await lazy.next();
    let lost = 0;
    first.onDidLoseLock(() => (lost += 1));
    const second = opened(await store.open(first.id, { takeOver: true }));
    assert.equal(second.access.type, 'write');
    const refused = await lazy.next();
    assert.equal(refused.type === 'failed' && refused.reason, 'storage');
    assert.equal(lazy.current()?.step.text, 'up 1');
    await until(() => lost === 1);
    assert.equal((await lazyOn(second).next()).type, 'step');
    await first.close();
    assert.equal((await second.append([rename('still mine')])).type, 'stored');
  });

  it('takes over by itself when the owner is silent', async () => {
    const first = opened(await store.create(problem));
    await first.close();
    const lock = join(directory, `${first.id}.lock`);
    await writeFile(lock, JSON.stringify({ pid: 1, host: 'elsewhere', token: 't' }));
    assert.equal(opened(await store.open(first.id)).access.type, 'read');
    const old = new Date(Date.now() - 1000);
    await utimes(lock, old, old);
    assert.equal(opened(await store.open(first.id)).access.type, 'write');
  });

  it('takes over by itself when the owner was killed', async () => {
    const first = opened(await store.create(problem));
    await first.close();
    const child = fork(new URL('./fixtures/holdSession.ts', import.meta.url), [directory, first.id], { execArgv: [] });
    await new Promise((resolve) => child.once('message', resolve));
    assert.equal(opened(await store.open(first.id)).access.type, 'read');
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    assert.equal(opened(await store.open(first.id)).access.type, 'write');
  });

  it('keeps its lock while it lives', async () => {
    const first = opened(await store.create(problem));
    await new Promise((resolve) => setTimeout(resolve, times.staleMs + 100));
    assert.equal(opened(await store.open(first.id)).access.type, 'read');
  });
});
