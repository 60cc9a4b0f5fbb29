import type { Ending, SessionEvent } from '../session/events.ts';
import { branchSteps, currentStep, isDone, requestKey, visibleBranches } from '../session/select.ts';
import { applyEvent, findBranch, fold } from '../session/state.ts';
import type { Step } from '../session/step.ts';
import type { CancelSignal } from '../signal.ts';
import type { TerminalEvent } from '../solve/solver.ts';
import type { CancelSource } from './cancelSource.ts';
import { createCancelSource, follow, untilCancelled } from './cancelSource.ts';
import type { Lazy, LazyOptions, LazyState } from './lazy.ts';
import type { Activity, Outcome, Stored } from './outcome.ts';
import type { Plan, Target } from './plan.ts';
import { planNext, planOtherWay, planSplit } from './plan.ts';
import { runSolver } from './runSolver.ts';

interface Press {
  readonly gesture: string;
  readonly source: CancelSource;
  readonly outcome: Promise<Outcome>;
}

type Unrevealed = Exclude<Outcome, { type: 'step' }>;

const defaultTimeLimitMs = 120_000;
/** What a closing session waits for its last record. */
const closingLimitMs = 1000;
const idle: Activity = { type: 'idle' };
const cannotWrite: Stored = { type: 'failed', reason: 'read-only', detail: 'This session can only be read here.' };

export function createLazy(options: LazyOptions): Lazy {
  const { solver, clock, newId } = options;
  const listeners = new Set<(state: LazyState) => void>();
  let session = fold(options.history);
  let activity: Activity = idle;
  let running: Press | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  /** A step that the solver gave and the disk refused. */
  let unstored: { readonly key: string; readonly step: Step } | undefined;
  let isDisposed = false;
  let snapshot = look();

  function look(): LazyState {
    return { session, activity, isDone: isDone(session), canWrite: options.append !== undefined };
  }

  function changed(): void {
    snapshot = look();
    if (isDisposed) return;
    for (const listener of [...listeners]) {
      try {
        listener(snapshot);
      } catch {
        // A view that fails must not take the session with it.
      }
    }
  }

  function apply(events: readonly SessionEvent[]): void {
    for (const event of events) session = applyEvent(session, event);
    changed();
  }

  function setActivity(next: Activity): void {
    activity = next;
    changed();
  }

  /**
   * In the order of the calls; applied once stored, so that memory and file never differ. `isView`: where one looks, and
   * how a press ended, is followed also when it can't be stored.
   */
  function store(events: readonly SessionEvent[], isView = false): Promise<Stored> {
    const { append } = options;
    const stored = writing.then(async (): Promise<Stored> => {
      if (isDisposed) return { type: 'failed', reason: 'closed', detail: 'The session was closed.' };
      const result = append === undefined ? cannotWrite : await keep(append, events);
      if (result.type === 'stored' || isView) apply(asRead(events));
      return result;
    });
    writing = stored;
    return stored;
  }

  /** One press at a time: the same gesture joins the one that runs, another one cancels it and comes after it. */
  function press(
    gesture: string,
    signal: CancelSignal | undefined,
    work: (signal: CancelSignal) => Promise<Outcome>,
  ): Promise<Outcome> {
    if (running?.gesture === gesture) {
      const letGo = follow(running.source, signal);
      return running.outcome.finally(letGo);
    }
    const before = running;
    const source = createCancelSource();
    const letGo = follow(source, signal);
    before?.source.cancel();
    const run = async (): Promise<Outcome> => {
      try {
        await before?.outcome;
        return source.signal.aborted || isDisposed ? { type: 'cancelled' } : await work(source.signal);
      } catch (fault) {
        return { type: 'failed', reason: 'broke-protocol', detail: messageOf(fault) };
      } finally {
        letGo();
        if (running?.source === source) {
          running = undefined;
          setActivity(idle);
        }
      }
    };
    // Deferred, so that `running` is set before any of it happens.
    const outcome = Promise.resolve().then(run);
    running = { gesture, source, outcome };
    return outcome;
  }

  async function settle(): Promise<void> {
    running?.source.cancel();
    await running?.outcome;
  }

  async function carryOut(plan: Plan, signal: CancelSignal): Promise<Outcome> {
    if (plan.type === 'refuse') return plan.refusal;
    if (plan.type === 'force')
      return options.append === undefined ? failedToStore(cannotWrite) : force(plan.target, signal);
    const isView = plan.events.every((event) => event.type === 'moved' || event.type === 'branchSwitched');
    const stored = await raceCancel(store(plan.events, isView), signal);
    if (stored === 'cancelled') return { type: 'cancelled' };
    if (stored.type === 'failed' && !isView) return failedToStore(stored);
    return { type: 'step', step: plan.step, index: plan.index, isRecalled: true };
  }

  async function force(target: Target, signal: CancelSignal): Promise<Outcome> {
    const { request, prefix, branch, created } = target;
    const index = prefix.length;
    const id = newId();
    const asked = { ...request, avoid: [...request.avoid] };
    // Not awaited: if this can't be stored, then neither can the step, and that is where it counts.
    void store(
      [{ type: 'stepForced', at: clock.now(), force: id, branch, index, solver: solver.id, request: asked }],
      true,
    );
    const end = (ended: Unrevealed, cost?: Extract<SessionEvent, { type: 'forceEnded' }>['cost']): Unrevealed => {
      void store([{ type: 'forceEnded', at: clock.now(), force: id, ending: endingOf(ended), cost }], true);
      return ended;
    };

    const key = JSON.stringify([solver.id, target.problem.text, prefix.map((step) => step.id), requestKey(request)]);
    const terminal: TerminalEvent =
      unstored?.key === key ? { type: 'step', step: unstored.step } : await ask(target, signal);
    if (terminal.type === 'cancelled') return end(terminal);
    if (terminal.type !== 'step')
      return end(
        { type: terminal.type, reason: terminal.reason, detail: terminal.detail } as Unrevealed,
        terminal.cost,
      );
    const { step } = terminal;
    const refusal = target.refuse?.(step);
    if (refusal !== undefined) return end(refusal, step.cost);

    unstored = { key, step };
    const revealed: SessionEvent = {
      type: 'stepRevealed',
      at: clock.now(),
      force: id,
      branch,
      index,
      id: newId(),
      step,
    };
    const stored = await raceCancel(store([...created, revealed]), signal);
    if (stored === 'cancelled') return end({ type: 'cancelled' });
    if (stored.type === 'failed') return end(failedToStore(stored));
    unstored = undefined;
    const shown = findBranch(session, branch)?.steps[index];
    if (shown === undefined)
      return end({ type: 'failed', reason: 'storage', detail: 'The session changed under this press.' });
    return { type: 'step', step: shown, index, isRecalled: false };
  }

  async function ask({ problem, prefix, request }: Target, signal: CancelSignal): Promise<TerminalEvent> {
    setActivity({ type: 'thinking', since: clock.now(), detail: '', text: '' });
    return runSolver({
      solver,
      partial: { problem, steps: prefix.map(({ step }) => step) },
      request,
      signal,
      timeLimitMs: options.timeLimitMs ?? defaultTimeLimitMs,
      clock,
      onEvent: (event) => {
        if (activity.type === 'idle') return;
        if (event.type === 'partialText') setActivity({ ...activity, type: 'streaming', text: event.text });
        else setActivity({ ...activity, type: event.stage, detail: event.detail ?? '' });
      },
    });
  }

  async function move(step: (index: number) => number, by: 'back' | 'forward' | 'jump'): Promise<Stored> {
    await settle();
    const index = Math.max(-1, Math.min(step(session.index), branchSteps(session).length - 1));
    if (index === session.index || !Number.isInteger(index)) return { type: 'stored' };
    return store([{ type: 'moved', at: clock.now(), index, by }], true);
  }

  return {
    get state() {
      return snapshot;
    },
    onDidChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => currentStep(session),
    next: ({ signal, method } = {}) =>
      press(`next ${method ?? ''}`, signal, (cancel) => carryOut(planNext(session, method, options), cancel)),
    back: () => move((index) => index - 1, 'back'),
    forward: () => move((index) => index + 1, 'forward'),
    jump: (index) => move(() => index, 'jump'),
    branch: ({ signal, method, from = 'start' } = {}) =>
      press(`branch ${from} ${method ?? ''}`, signal, (cancel) =>
        carryOut(planOtherWay(session, { from, method }, options), cancel),
      ),
    split: ({ signal } = {}) => press('split', signal, (cancel) => carryOut(planSplit(session, options), cancel)),
    switchBranch: async (id, index) => {
      await settle();
      const branch = findBranch(session, id);
      if (branch === undefined) return { type: 'stored' };
      return store(
        [{ type: 'branchSwitched', at: clock.now(), branch: id, index: index ?? branch.steps.length - 1 }],
        true,
      );
    },
    restart: async () => {
      await settle();
      // There is nothing to put away.
      if (visibleBranches(session).every((branch) => branch.steps.length === 0)) return { type: 'stored' };
      return store([{ type: 'restarted', at: clock.now(), branch: newId() }]);
    },
    setGrain: (grain) => store([{ type: 'grainChanged', at: clock.now(), grain }]),
    done: (isMarked = true) => store([{ type: 'doneMarked', at: clock.now(), isDone: isMarked }]),
    record: (note) => store([{ ...note, at: clock.now() }]),
    cancel: settle,
    receive: apply,
    dispose: async () => {
      await settle();
      let stopTimer = (): void => undefined;
      const enough = new Promise<void>((resolve) => {
        stopTimer = clock.after(closingLimitMs, resolve);
      });
      await Promise.race([writing, enough]);
      stopTimer();
      isDisposed = true;
      listeners.clear();
    },
  };
}

async function keep(append: NonNullable<LazyOptions['append']>, events: readonly SessionEvent[]): Promise<Stored> {
  try {
    return await append(events);
  } catch (fault) {
    return { type: 'failed', reason: 'io', detail: messageOf(fault) };
  }
}

/** As they would be read back: memory holds what the file does, and nothing that a solver could still change. */
function asRead(events: readonly SessionEvent[]): readonly SessionEvent[] {
  return JSON.parse(JSON.stringify(events)) as readonly SessionEvent[];
}

function endingOf(ended: Unrevealed): Ending {
  return ended.type === 'cancelled' ? ended : { type: ended.type, reason: ended.reason, detail: ended.detail };
}

function failedToStore(stored: Stored): Extract<Outcome, { type: 'failed' }> {
  return { type: 'failed', reason: 'storage', detail: stored.type === 'failed' ? stored.detail : '' };
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

async function raceCancel<Value>(work: Promise<Value>, signal: CancelSignal): Promise<Value | 'cancelled'> {
  const waiting = untilCancelled(signal);
  try {
    return await Promise.race([work, waiting.cancelled]);
  } finally {
    waiting.release();
  }
}
