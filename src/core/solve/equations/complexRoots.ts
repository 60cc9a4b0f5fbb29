import type { Expr } from '../../math/expr.ts';
import { add } from '../../math/build.ts';
import { contains } from '../../math/tree.ts';
import { satisfies } from './candidates.ts';
import { classify } from './classify.ts';
import { coefficient, coefficientsIn, degreeOf, subtractCoefficients } from './coefficients.ts';
import { difference, isZero, product, sum } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import type { Outcome, Root, Setting } from './outcome.ts';
import type { OneUnknown } from './readTask.ts';

/** All roots of a polynomial or rational equation, real ones first, where some are not real and all can be written exactly. */
export function withComplexRoots(problem: OneUnknown, setting: Setting): Outcome | undefined {
  const kind = classify(problem.line, problem.unknown);
  if (!['quadratic', 'polynomial', 'rational', 'product'].includes(kind)) return undefined;
  const outcome = setting.solve(problem.line, { ...setting, domain: 'complex' });
  if (outcome.type === 'stuck' || outcome.solutions.type !== 'roots') return undefined;
  const { roots } = outcome.solutions;
  const imaginary = roots.filter((root) => isImaginary(root.value));
  if (imaginary.length === 0 || roots.some((root) => root.places !== undefined)) return undefined;
  const ordered: readonly Root[] = [...roots.filter((root) => !imaginary.includes(root)), ...imaginary];
  return { ...outcome, solutions: { type: 'roots', roots: ordered } };
}

/** Where there is no real solution, the complex ones are named beside it. */
export function withComplexNote(outcome: Outcome, problem: OneUnknown, setting: Setting): Outcome {
  if (outcome.type === 'stuck' || outcome.solutions.type !== 'none' || setting.domain === 'complex') return outcome;
  if (outcome.solutions.complex !== undefined) return outcome;
  const all = setting.solve(problem.line, { ...setting, domain: 'complex', method: undefined });
  if (all.type === 'stuck' || all.solutions.type !== 'roots') return outcome;
  const values = all.solutions.roots.filter((root) => root.places === undefined).map((root) => root.value);
  const isRight =
    values.length > 0 &&
    values.every(isImaginary) &&
    (isPair(problem, values) || values.every((value) => satisfies(problem.line, problem.unknown, value)));
  return isRight ? { ...outcome, solutions: { ...outcome.solutions, complex: values } } : outcome;
}

/** Two roots of ax² + bx + c have the sum −b/a and the product c/a, and no other two numbers have. */
function isPair({ line, unknown }: OneUnknown, [first, second, ...more]: readonly Expr[]): boolean {
  const [left, right] = sidesOf(line);
  const [own, other] = [coefficientsIn(left, unknown), coefficientsIn(right, unknown)];
  if (own === undefined || other === undefined || first === undefined || second === undefined || more.length > 0)
    return false;
  const items = subtractCoefficients(own, other);
  if (degreeOf(items) !== 2) return false;
  const [a, b, c] = [coefficient(items, 2), coefficient(items, 1), coefficient(items, 0)];
  return isZero(sum(product(a, add(first, second)), b)) && isZero(difference(product(a, first, second), c));
}

function isImaginary(expr: Expr): boolean {
  return contains(
    expr,
    (node) =>
      (node.kind === 'constant' && node.name === 'i') || (node.kind === 'root' && node.radicand.kind === 'negate'),
  );
}
