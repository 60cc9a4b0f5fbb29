import { judgeWork } from '../check/work/judgeWork.ts';
import { readLine } from '../check/work/readLine.ts';
import { conjuncts } from '../check/work/shape.ts';
import { and, or } from '../math/build.ts';
import type { Expr } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { parseMath } from '../math/read/parseMath.ts';
import { isStatement } from '../math/read/statements.ts';
import { contains, freeSymbols } from '../math/tree.ts';
import { noCost, type Problem, type Step } from '../session/step.ts';
import type { NextMove } from '../solve/builtin.ts';
import { stretchAt } from '../solve/grain.ts';
import type { PartialSolution, StepRequest } from '../solve/solver.ts';
import { formOf } from './formOf.ts';
import { nothing, type NothingToTeach, type TeachMeans } from './teachMeans.ts';

/** What the hint is for: a partial solution that ends where the learner stands. */
export interface Standing {
  readonly type: 'standing';
  readonly partial: PartialSolution;
  readonly request: StepRequest;
  /** The learner's line is solved as a problem of its own. */
  readonly isAfresh?: boolean | undefined;
}

export const offMyWays = 'Your last line is not on a way that I know, so I can’t say what comes after it.';

interface Asked {
  readonly partial: PartialSolution;
  readonly request: StepRequest;
  readonly lines: readonly string[];
}

/**
 * Finds the learner's last line on the way of the solver, by its form, because all lines of a solution say the same. A
 * line that is right but not on that way is solved from there, as a problem of its own.
 */
export async function standAfter(asked: Asked, means: TeachMeans): Promise<Standing | NothingToTeach> {
  const { partial, request, lines } = asked;
  const last = lines.findLast((line) => line.trim() !== '');
  if (last === undefined) return { type: 'standing', partial, request };
  const wrong = firstWrong(asked, means);
  if (wrong?.isTooWide === true)
    return nothing(
      'Your last line also has solutions that do not solve the problem: check them, or keep the other lines beside it.',
    );
  if (wrong !== undefined)
    return nothing(
      lines.length === 1 || wrong.index === lines.length - 1
        ? 'Your last line does not follow from what stands before it: look at it again first.'
        : `Your line ${wrong.index + 1} does not follow from what stands before it: look at it again first.`,
    );
  const line = readOwnLine(last);
  if (line === undefined)
    return nothing('I can’t read your last line as mathematics, so I don’t know where you stand.');
  const next = await means.moves.nextMove(partial, request, means.work);
  if (next.type === 'stuck') return nothing(next.detail);

  const cursor = cursorOf(line, next);
  if (cursor === 'end') return nothing('Your last line already answers the question.');
  if (cursor !== undefined) {
    const steps = [...partial.steps, ownStep(line, cursor, next, request)];
    return { type: 'standing', partial: { problem: partial.problem, steps }, request };
  }
  if (isPartOfSystem(line, next))
    return nothing('Your last line is only a part of what is asked for: keep the other lines beside it.');
  const problem = problemFrom(line, next);
  if (problem === undefined) return nothing(offMyWays);
  return {
    type: 'standing',
    partial: { problem, steps: [] },
    request: { grain: request.grain, avoid: [] },
    isAfresh: true,
  };
}

/** y = x - 2 of a system in x and y: by itself it has a solution for every x. */
function isPartOfSystem(line: Expr, { task }: NextMove): boolean {
  if (task.kind !== 'solve' || task.statements.length < 2) return false;
  return conjuncts(line).length < freeSymbols(line).length;
}

/** What a line says: its claim, or several that are joined by "or" or "and". */
export function readOwnLine(text: string): Expr | undefined {
  const { parts } = readLine(text);
  const formulas = parts.flatMap((part) => (part.type === 'formula' && !part.isRefused ? [part.expr] : []));
  if (parts.some((part) => part.type === 'words' && /\bor\b/i.test(part.text))) return or(...formulas);
  const statements = formulas.filter(isStatement);
  return statements.length > 1 && statements.length === formulas.length ? and(...statements) : formulas.at(-1);
}

/** The leaves that are behind a line of the same form. */
function cursorOf(line: Expr, next: NextMove): number | 'end' | undefined {
  const isSolving = next.task.kind === 'solve';
  const wanted = formOf(resultOf(line, isSolving));
  for (const grain of ['fine', 'normal'] as const) {
    let found: number | 'end' | undefined;
    for (let at = stretchAt(next.moves, next.cursor, grain); at; at = stretchAt(next.moves, at.cursor, grain)) {
      const parsed = at.latex === undefined ? undefined : parseMath(at.latex);
      if (parsed?.type === 'parsed' && formOf(resultOf(parsed.expr, isSolving)) === wanted)
        found = at.isLast ? 'end' : at.cursor;
    }
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In a chain of equal expressions, the last of them. */
function resultOf(line: Expr, isSolving: boolean): Expr {
  return !isSolving && line.kind === 'relation' ? (line.operands.at(-1) ?? line) : line;
}

function ownStep(line: Expr, cursor: number, { way }: NextMove, { grain }: StepRequest): Step {
  return {
    text: '',
    latex: toTex(line),
    grain,
    verdict: { kind: 'unknown', how: 'none' },
    source: { solver: 'builtin', method: way.id, methodName: way.name, cursor },
    cost: noCost,
  };
}

/** The first of the learner's lines that does not follow from what stands before it, 0-based. */
function firstWrong(
  { partial, lines }: Asked,
  { work }: TeachMeans,
): { index: number; isTooWide: boolean } | undefined {
  const revealed = partial.steps.flatMap(({ latex }) => (latex === undefined ? [] : [`$${latex}$`]));
  const { verdicts } = judgeWork({ problem: partial.problem.text, lines: [...revealed, ...lines] }, { work });
  const own = verdicts.slice(revealed.length);
  const index = own.findIndex(({ kind }) => kind === 'invalid');
  return index < 0 ? undefined : { index, isTooWide: own[index]?.relation === 'adds-solutions' };
}

const verbs: Readonly<Record<string, string>> = {
  evaluate: 'Calculate',
  simplify: 'Simplify',
  expand: 'Expand',
  factor: 'Factor',
  collect: 'Simplify',
  combine: 'Simplify',
  derivative: 'Simplify',
  integral: 'Simplify',
  limit: 'Simplify',
  rationalizeDenominator: 'Simplify',
};

/** The rest of the way, as a problem of the same kind that begins with the learner's line. */
function problemFrom(line: Expr, { task }: NextMove): Problem | undefined {
  const text = restOf(line, task);
  return text === undefined ? undefined : { text, title: text, format: 'markdown' };
}

function restOf(line: Expr, task: NextMove['task']): string | undefined {
  if (task.kind === 'solve') {
    if (!isStatement(line)) return undefined;
    const statements = line.kind === 'and' ? line.items : [line];
    const unknowns = task.unknowns.length > 0 ? task.unknowns : freeSymbols(line);
    const names = unknowns.map((name) => `$${toTex({ kind: 'symbol', name })}$`).join(', ');
    return `Solve ${statements.map((statement) => `$${toTex(statement)}$`).join(', ')} for ${names}.`;
  }
  const verb = verbs[task.kind];
  const expr = resultOf(line, false);
  if (verb === undefined || isStatement(expr) || expr.kind === 'hole') return undefined;
  const isOpen = contains(expr, ({ kind }) => kind === 'integral' || kind === 'limit' || kind === 'derivative');
  return isOpen ? `$${toTex(expr)}$` : `${verb} $${toTex(expr)}$.`;
}
