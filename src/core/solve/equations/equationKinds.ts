import { and, equals, sym } from '../../math/build.ts';
import { toTex } from '../../math/print/toTex.ts';
import { freeSymbols, hasSymbol } from '../../math/tree.ts';
import type { Derivation, Way } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import { classify, type EquationClass } from './classify.ts';
import { introduced } from './cases.ts';
import { inRange } from './inRange.ts';
import { withComplexNote, withComplexRoots } from './complexRoots.ts';
import type { Setting } from './outcome.ts';
import { identityKind, noMeaning, noUnknownKind } from './statementKinds.ts';
import { dividesByZero } from './meaning.ts';
import { readLinear, unknownsOf } from './linearSystem.ts';
import { solveInequality } from './inequality.ts';
import { finish } from './finish.ts';
import { asStatement, chooseUnknown, readOneUnknown, settingFor, type OneUnknown } from './readTask.ts';
import { coefficientsIn, subtractCoefficients } from './coefficients.ts';
import { rationalCoefficients } from './quadraticForm.ts';
import { factorQuadratic } from './quadraticFactoring.ts';
import { reduceToWhole } from './reduceToWhole.ts';
import { solveSystemTask } from './systemTask.ts';
import { solveEquation } from './solveEquation.ts';
import { isZero } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { num } from '../../math/build.ts';

type SolveTask = TaskOf<'solve'>;

const wayNames: Readonly<Record<EquationClass, string>> = {
  constant: 'looking at both sides',
  product: 'setting each factor equal to 0',
  linear: 'doing the same to both sides',
  quadratic: 'solving the quadratic equation',
  polynomial: 'factoring',
  absolute: 'splitting into cases',
  rational: 'multiplying by the common denominator',
  radical: 'removing the roots',
  exponential: 'comparing exponents',
  logarithmic: 'undoing the logarithms',
  trigonometric: 'finding the angles',
  other: 'undoing the operations',
};

const quadraticMethods = {
  factoring: 'factoring',
  'square-roots': 'taking square roots',
  'completing-square': 'completing the square',
  'quadratic-formula': 'the quadratic formula',
} as const;

type QuadraticMethod = keyof typeof quadraticMethods;

/** One equation in one unknown. */
const equationKind: Kind = {
  id: 'equation',
  tasks: ['solve'],
  ways: (task, work) => {
    const problem = task.kind === 'solve' ? readOneUnknown(task) : undefined;
    if (problem === undefined || task.kind !== 'solve' || !isEquation(problem)) return [];
    const kind = classify(problem.line, problem.unknown);
    if (kind === 'quadratic' && problem.conditions.length === 0) {
      const methods = quadraticWays(problem, task);
      if (methods.length > 0)
        return methods.map((method) =>
          way(
            `quadratic-${method}`.replace('quadratic-quadratic', 'quadratic'),
            quadraticMethods[method],
            task,
            problem,
            work,
            method,
          ),
        );
    }
    return [way(kind === 'linear' ? 'linear' : `${kind}-equation`, wayNames[kind], task, problem, work)];
  },
};

function isEquation(problem: OneUnknown): boolean {
  return problem.line.kind === 'relation' && problem.line.operators.join() === '=';
}

function way(id: string, name: string, task: SolveTask, problem: OneUnknown, work: ExactWork, method?: string): Way {
  return {
    id,
    name,
    derive: (): Derivation => {
      const setting = { ...settingFor(task, problem.unknown, work), method };
      if (dividesByZero(problem.line)) return noMeaning(problem.line);
      const derivation = deriveEquation(task, problem, setting);
      if (derivation.type === 'stuck' || !problem.isChosen || freeSymbols(problem.line).length < 2) return derivation;
      return { ...derivation, moves: introduced(derivation.moves, `Solve for $${toTex(sym(problem.unknown))}$. `) };
    },
  };
}

function deriveEquation(task: SolveTask, problem: OneUnknown, setting: Setting): Derivation {
  // The roots of an expression are all of its roots: the complex ones are listed behind the real ones.
  if (
    task.wording === 'roots' &&
    task.select === undefined &&
    task.domain === 'real' &&
    problem.conditions.length === 0
  ) {
    const all = withComplexRoots(problem, setting);
    if (all !== undefined) return finish({ ...task, domain: 'complex' }, all, { ...setting, domain: 'complex' });
  }
  const outcome = inRange(solveEquation(problem.line, setting), problem, setting);
  return finish(task, withComplexNote(outcome, problem, setting), setting);
}

/** The methods that fit a quadratic equation, the one that a teacher would take first. */
function quadraticWays(problem: OneUnknown, task: SolveTask): readonly QuadraticMethod[] {
  const [left, right] = sidesOf(problem.line);
  const [own, other] = [coefficientsIn(left, problem.unknown), coefficientsIn(right, problem.unknown)];
  if (own === undefined || other === undefined) return [];
  const items = subtractCoefficients(own, other);
  if (rationalCoefficients(items) === undefined)
    return isZero(items[1] ?? num(0)) ? ['square-roots'] : ['quadratic-formula'];
  const factors = factorQuadratic(reduceToWhole(items)) !== undefined;
  const hasMiddle = !isZero(items[1] ?? num(0));
  const methods: QuadraticMethod[] = [
    ...(!hasMiddle || isSquareForm(problem) ? (['square-roots'] as const) : []),
    ...(factors ? (['factoring'] as const) : []),
    ...(factors ? [] : (['quadratic-formula'] as const)),
    ...(hasMiddle ? (['completing-square'] as const) : []),
    ...(factors && hasMiddle ? (['quadratic-formula'] as const) : []),
  ];
  const wanted = prescribed(task.method);
  if (wanted === undefined) return methods;
  return methods.includes(wanted) || wanted === 'quadratic-formula'
    ? [wanted, ...methods.filter((method) => method !== wanted)]
    : methods;
}

/** (x − 3)² = 5: the unknown occurs once, in a square. */
function isSquareForm(problem: OneUnknown): boolean {
  const [left, right] = sidesOf(problem.line);
  const side = hasSymbol(left, problem.unknown) ? left : right;
  return (
    !(hasSymbol(left, problem.unknown) && hasSymbol(right, problem.unknown)) &&
    JSON.stringify(toTex(side)).split(problem.unknown).length === 2
  );
}

function prescribed(method: string | undefined): QuadraticMethod | undefined {
  if (method === undefined) return undefined;
  if (/square root/i.test(method)) return 'square-roots';
  if (/complet/i.test(method)) return 'completing-square';
  if (/formula|discriminant/i.test(method)) return 'quadratic-formula';
  return /factor/i.test(method) ? 'factoring' : undefined;
}

/** One inequality, a chain, or several inequalities for one unknown. */
const inequalityKind: Kind = {
  id: 'inequality',
  tasks: ['solve'],
  ways: (task, work) => {
    const problem = task.kind === 'solve' ? readOneUnknown(task) : undefined;
    if (problem === undefined || task.kind !== 'solve' || isEquation(problem)) return [];
    const lines = [problem.line, ...problem.conditions].filter((line) => line.kind === 'relation');
    if (!lines.every((line) => line.operators.every((operator) => orders.has(operator)))) return [];
    const setting = settingFor(task, problem.unknown, work);
    return [
      {
        id: 'inequality',
        name: 'splitting the number line',
        derive: () => finish(task, solveInequality(lines, setting), setting),
      },
    ];
  },
};

const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '!=']);

/** The kinds above do it; a chain a = b = c is several equations. */
function isForOneUnknown(problem: OneUnknown | undefined): boolean {
  return problem?.line.kind === 'relation' && (isEquation(problem) || !problem.line.operators.includes('='));
}

/** Several equations that hold together. */
const systemKind: Kind = {
  id: 'system',
  tasks: ['solve'],
  ways: (task, work) => {
    if (task.kind !== 'solve' || isForOneUnknown(readOneUnknown(task))) return [];
    const statements = task.statements
      .map(asStatement)
      .flatMap((statement) => (statement.kind === 'and' ? statement.items : [statement]));
    if (statements.length === 0 || statements.every((statement) => freeSymbols(statement).length === 0)) return [];
    const system: SolveTask = { ...task, statements };
    const substitution: Way = {
      id: 'substitution',
      name: 'substitution',
      derive: () => solveSystemTask(system, 'substitution', work),
    };
    const elimination: Way = {
      id: 'elimination',
      name: 'elimination',
      derive: () => solveSystemTask(system, 'elimination', work),
    };
    const letters = [...new Set(statements.flatMap((statement) => [...freeSymbols(statement)]))];
    const unknowns = unknownsOf(
      statements,
      task.unknowns.length > 0 ? task.unknowns : letters.slice(0, statements.length),
    );
    const isLinear = statements.every((statement) => readLinear(statement, unknowns) !== undefined);
    if (statements.length === 1 || !isLinear) return [substitution];
    return /eliminat|add/i.test(task.method ?? '') ? [elimination, substitution] : [substitution, elimination];
  },
};

export const equationKinds: readonly Kind[] = [noUnknownKind, equationKind, inequalityKind, systemKind, identityKind];

export { and, chooseUnknown, equals };
