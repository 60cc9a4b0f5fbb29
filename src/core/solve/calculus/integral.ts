import { e } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { readRationalFunction } from '../../math/rationalFunction.ts';
import { hasSymbol, substitute } from '../../math/tree.ts';
import type { Answer, Derivation, Move, Way } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import type { Antiderivative } from './antiderivative.ts';
import { definiteIntegral } from './definiteIntegral.ts';
import { antiderivativeByLibrary } from './engineWay.ts';
import { variableOf } from './derivative.ts';
import { findIntegral } from './integration/search.ts';
import { antiderivativeVerdict } from './integration/slope.ts';
import { writePlan } from './integration/writePlan.ts';

/** Indefinite and definite integrals by the rules that are taught. */
export const integral: Kind = {
  id: 'integral',
  tasks: ['integral'],
  ways(task, work): readonly Way[] {
    if (task.kind !== 'integral') return [];
    const variable = task.variable ?? variableOf(task.expr);
    return [{ id: 'integration-rules', name: 'the rules of integration', derive: () => derive(task, variable, work) }];
  },
};

export function antiderivativeOf(f: Expr, x: string, work: ExactWork): Antiderivative | undefined {
  const plan = findIntegral(f, x, work);
  return plan && writePlan(plan, work);
}

async function derive(task: TaskOf<'integral'>, x: string, work: ExactWork): Promise<Derivation> {
  const [lower, upper] = [task.lower, task.upper].map((bound) => bound && asBound(bound, task.expr));
  if (readRationalFunction(task.expr).type === 'undefined') {
    return {
      type: 'stuck',
      reason: 'unsupported',
      detail: `$${toTex(task.expr)}$ has no value anywhere, because something in it is divided by $0$.`,
    };
  }
  const found = antiderivativeOf(task.expr, x, work) ?? (await antiderivativeByLibrary(task.expr, x, work));
  if (found === undefined) {
    return {
      type: 'stuck',
      reason: 'unsupported',
      detail: `None of the rules of integration that I know leads to an antiderivative of $${toTex(task.expr)}$.`,
    };
  }
  if (lower !== undefined && upper !== undefined) return definiteIntegral(task.expr, x, lower, upper, found, work);
  const { moves, result } = found;
  const verdict = antiderivativeVerdict(result, task.expr, x, work);
  return { type: 'solved', moves: withConstant(moves), answer: answerWithConstant(result, verdict) };
}

/** As a bound the letter e is the base of the natural logarithm, unless the integrand has a letter e of its own. */
function asBound(bound: Expr, f: Expr): Expr {
  return hasSymbol(f, 'e') ? bound : substitute(bound, { e });
}

/** The constant of integration, said with the last line. */
function withConstant(moves: readonly Move[]): readonly Move[] {
  const last = moves.at(-1);
  if (last === undefined) return moves;
  const said: Move = {
    ...last,
    text: `${last.text} Any constant $C$ may be added.`,
    latex: `${last.latex ?? ''} + C`,
    parts: last.parts && withConstant(last.parts),
  };
  return [...moves.slice(0, -1), said];
}

function answerWithConstant(result: Expr, verdict: Answer['verdict']): Answer {
  return { text: `${toText(result)} + C`, latex: `${toTex(result)} + C`, verdict };
}
