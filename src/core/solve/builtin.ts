import { checkClaim } from '../check/claims.ts';
import { noCost } from '../session/step.ts';
import type { Problem, Step, Verdict } from '../session/step.ts';
import type { CancelSignal } from '../signal.ts';
import type { Answer, Claim, Move, Way } from './derivation.ts';
import { withoutForesight } from './evidence.ts';
import { type ExactWork, unlimitedWork, WorkInterrupted } from './exactWork.ts';
import { stretchAt, type Stretch } from './grain.ts';
import type { Kind } from './kind.ts';
import { builtinKinds } from './kinds.ts';
import { prepare, type Prepared } from './prepare.ts';
import { readProblem } from './read/readProblem.ts';
import type { PartialSolution, Solver, SolverEvent, StepRequest, StuckReason } from './solver.ts';
import type { Reading, Task } from './task.ts';
import { isVerified, weakest } from './verdicts.ts';

export interface BuiltinOptions {
  readonly kinds?: readonly Kind[];
  /** Milliseconds, monotonic. Without it there is no time limit in here (the worker has one of its own). */
  readonly now?: () => number;
  readonly timeLimitMs?: number;
  /** Hears of a way that threw or that its own check refuted: a fault of ours that must not reach a person as a stack trace. */
  readonly onFault?: (way: string, fault: unknown) => void;
}

/** A way worked to its end, its moves and its answer checked. It never leaves the solver. */
interface Worked {
  readonly way: Way;
  readonly moves: readonly Move[];
  readonly answer: Answer;
}

export interface Stuck {
  readonly type: 'stuck';
  readonly reason: StuckReason;
  readonly detail: string;
}

interface Opened extends Prepared {
  readonly type: 'opened';
  readonly reading: Reading;
  /** By the way's id; what was worked out once is not worked out again. */
  readonly worked: Map<string, Worked | Stuck>;
}

/**
 * What the next press would reveal, with the derivation behind it. It knows the answer: hints are made from it where the
 * solver works, and it never leaves that worker.
 */
export interface NextMove extends Worked {
  readonly type: 'move';
  readonly stretch: Stretch;
  /** The leaves of the derivation that are already revealed. */
  readonly cursor: number;
  readonly reading: Reading;
  /** The task with what is given put in. */
  readonly task: Task;
}

export interface BuiltinMoves {
  /** Throws WorkInterrupted where `work` says so. */
  nextMove(partial: PartialSolution, request: StepRequest, work: ExactWork): Promise<NextMove | Stuck>;
}

const rememberedProblems = 20;
const cannot: Stuck = {
  type: 'stuck',
  reason: 'unsupported',
  detail: 'This is a kind of problem that I have no exact method for.',
};

/** The built-in exact solver: no model, no network. Runs in a worker, because exact work may take long. */
export function createBuiltinSolver(options: BuiltinOptions = {}): Solver {
  const moves = createBuiltinMoves(options);
  return {
    id: 'builtin',
    async *next(partial: PartialSolution, request: StepRequest, signal: CancelSignal): AsyncGenerator<SolverEvent> {
      yield { type: 'progress', stage: 'thinking' };
      try {
        const next = await moves.nextMove(partial, request, deadline(options, signal));
        yield next.type === 'stuck' ? next : { type: 'step', step: toStep(next, partial, request) };
      } catch (fault) {
        if (fault instanceof WorkInterrupted)
          yield signal.aborted
            ? { type: 'cancelled' }
            : { type: 'stuck', reason: 'out-of-time', detail: 'This one takes longer than I allow myself.' };
        else {
          options.onFault?.('solver', fault);
          yield {
            type: 'failed',
            reason: 'solver-threw',
            detail: 'The built-in solver met a fault of its own on this problem.',
          };
        }
      }
    },
  };
}

/** The moves of the built-in solver, one press at a time, for whoever works in the same worker. */
export function createBuiltinMoves(options: BuiltinOptions = {}): BuiltinMoves {
  const kinds = options.kinds ?? builtinKinds;
  const opened = new Map<string, Opened | Stuck>();

  /** A problem's ways are worked out at later presses too: they hold on to the limits of the press that runs, never to those of the one that opened it. */
  let limits: ExactWork = unlimitedWork;
  const work: ExactWork = { check: () => limits.check() };

  return {
    async nextMove(partial, request, pressWork) {
      limits = pressWork;
      const problem = await open(partial.problem, work);
      if (problem.type === 'stuck') return problem;
      const chosen = await choose(problem, partial.steps, request, work);
      if ('type' in chosen) return chosen;
      const { worked, cursor } = chosen;
      const stretch = stretchAt(worked.moves, cursor, request.grain);
      if (stretch === undefined)
        return { type: 'stuck', reason: 'nothing-to-do', detail: 'The last step already answered the question.' };
      return { type: 'move', ...worked, stretch, cursor, reading: problem.reading, task: problem.task };
    },
  };

  async function open(problem: Problem, work: ExactWork): Promise<Opened | Stuck> {
    const key = `${problem.format}\n${problem.text}`;
    const known = opened.get(key);
    if (known !== undefined) return known;
    const result = readProblem(problem);
    const found: Opened | Stuck =
      result.type === 'notUnderstood'
        ? { type: 'stuck', reason: 'not-understood', detail: result.detail }
        : await openReading(result.reading, work);
    opened.set(key, found);
    const oldest = opened.keys().next().value;
    if (opened.size > rememberedProblems && oldest !== undefined) opened.delete(oldest);
    return found;
  }

  async function openReading(reading: Reading, work: ExactWork): Promise<Opened | Stuck> {
    const prepared = await prepare(reading, kinds, work, options.onFault);
    if (prepared.type === 'stuck') return prepared;
    return prepared.ways.length === 0 ? cannot : { ...prepared, type: 'opened', reading, worked: new Map() };
  }

  /** The way to follow and how far along it the revealed steps are. */
  async function choose(
    problem: Opened,
    steps: readonly Step[],
    request: StepRequest,
    work: ExactWork,
  ): Promise<{ worked: Worked; cursor: number } | Stuck> {
    const last = steps.at(-1);
    const current = last?.source.solver === 'builtin' ? last.source.method : undefined;
    const wanted = request.method ?? (current !== undefined && !request.avoid.includes(current) ? current : undefined);
    const candidates = problem.ways.filter((way) =>
      wanted === undefined ? !request.avoid.includes(way.id) : way.id === wanted,
    );
    let stuck: Stuck = request.avoid.length > 0 || wanted !== undefined ? noOtherWay(problem) : cannot;
    for (const way of candidates) {
      const worked = await workOut(problem, way, work);
      if ('type' in worked) {
        stuck = request.avoid.length > 0 ? stuck : worked;
        continue;
      }
      const cursor = way.id === current ? (last?.source.cursor ?? 0) : cursorAfter(worked.moves, last);
      if (cursor !== undefined) return { worked, cursor };
    }
    return stuck;
  }

  async function workOut(problem: Opened, way: Way, work: ExactWork): Promise<Worked | Stuck> {
    const known = problem.worked.get(way.id);
    if (known !== undefined) return known;
    const found = await derive(problem, way, work);
    problem.worked.set(way.id, found);
    return found;
  }

  /** A way is shown only when none of its moves and not its answer is refuted by an independent check. */
  async function derive(problem: Opened, way: Way, work: ExactWork): Promise<Worked | Stuck> {
    try {
      const derivation = await way.derive();
      if (derivation.type === 'stuck') return derivation;
      const moves = [...problem.opening, ...derivation.moves];
      const refuted = moves.find((move) => verdictOf([move.claim]).kind === 'invalid');
      if (refuted === undefined && derivation.answer.verdict.kind !== 'invalid' && moves.length > 0) {
        return { way, moves, answer: derivation.answer };
      }
      options.onFault?.(way.id, refuted?.text ?? derivation.answer.verdict.evidence ?? 'no moves');
    } catch (fault) {
      if (fault instanceof WorkInterrupted) throw fault;
      options.onFault?.(way.id, fault);
    }
    work.check();
    return {
      type: 'stuck',
      reason: 'unsupported',
      detail: 'My own check does not confirm what I found, so I show nothing.',
    };
  }
}

function deadline(options: BuiltinOptions, signal: CancelSignal): ExactWork {
  const { now, timeLimitMs } = options;
  const end = now === undefined || timeLimitMs === undefined ? Number.POSITIVE_INFINITY : now() + timeLimitMs;
  return {
    check: () => {
      if (signal.aborted || (now !== undefined && now() > end)) throw new WorkInterrupted('interrupted');
    },
  };
}

function noOtherWay(problem: Opened): Stuck {
  const names = problem.ways.map((way) => way.name);
  const known =
    names.length > 1 ? `I know it by ${names.join(', by ')}; all of them are shown.` : 'I know one way only.';
  return { type: 'stuck', reason: 'no-other-way', detail: known };
}

/**
 * Where a way stands after a step that another way (or the learner) revealed: at its own move with the same result, so
 * that ways with a common beginning can branch late. Undefined where it never passes through that line.
 */
function cursorAfter(moves: readonly Move[], last: Step | undefined): number | undefined {
  if (last === undefined) return 0;
  let cursor = 0;
  for (
    let stretch = stretchAt(moves, cursor, 'normal');
    stretch !== undefined;
    stretch = stretchAt(moves, cursor, 'normal')
  ) {
    cursor = stretch.cursor;
    if (!stretch.isLast && last.latex !== undefined && stretch.latex === last.latex) return cursor;
  }
  return undefined;
}

function verdictOf(claims: readonly Claim[]): Verdict {
  const checked = claims.filter((claim) => claim.type !== 'none').map((claim) => checkClaim(claim));
  return weakest(checked) ?? { kind: 'unknown', how: 'none' };
}

function toStep(next: NextMove, partial: PartialSolution, request: StepRequest): Step {
  const { stretch, answer, way } = next;
  const { note } = next.reading;
  const { latex, why, claims } = stretch;
  const text = next.cursor === 0 && note !== undefined ? `${note} ${stretch.text}` : stretch.text;
  const own = verdictOf(claims);
  const shown = { problem: partial.problem.text, steps: [...partial.steps, { text, latex, why }] };
  return {
    text,
    latex,
    why,
    rule: stretch.rule,
    grain: request.grain,
    verdict: stretch.isLast ? finalVerdict(own, answer.verdict) : withoutForesight(own, claims, shown),
    source: { solver: 'builtin', method: way.id, methodName: way.name, cursor: stretch.cursor },
    cost: noCost,
    final: stretch.isLast
      ? { answer: answer.text, latex: answer.latex, isVerified: isVerified(answer.verdict) }
      : undefined,
  };
}

/** The last step carries the check of the whole answer, unless the step itself is on weaker ground. */
function finalVerdict(own: Verdict, whole: Verdict): Verdict {
  return own.kind === 'invalid' ? own : whole;
}
