import { and, equals, or, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { verifySolutions } from '../../check/solutions.ts';
import { freeSymbols, hasSymbol, substitute } from '../../math/tree.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { TaskOf } from '../task.ts';
import { countWord, introduced } from './cases.ts';
import { coefficient, coefficientsIn, degreeOf, subtractCoefficients } from './coefficients.ts';
import { settingFor } from './readTask.ts';
import { satisfies } from './candidates.ts';
import { isZero, quotient, rationalOf, tidy } from './tidy.ts';
import { negate } from '../../math/build.ts';
import { sidesOf } from './tidySides.ts';
import { math } from './words.ts';

interface Definition {
  readonly name: string;
  readonly value: Expr;
  readonly source: Expr;
  readonly other: Expr;
}

/** Two equations in two unknowns of which one can be solved for an unknown: x² + y² = 25, x + y = 7. */
export function solveBySubstituting(
  task: TaskOf<'solve'>,
  statements: readonly Expr[],
  work: ExactWork,
): Derivation | undefined {
  const letters = [...new Set(statements.flatMap((statement) => [...freeSymbols(statement)]))].sort();
  const [first, second] = letters;
  if (statements.length !== 2 || letters.length !== 2 || first === undefined || second === undefined) return undefined;
  if (!statements.every(isEquation)) return undefined;
  const definition = definitionIn(statements, letters);
  if (definition === undefined) return undefined;
  const { name, value, source, other } = definition;
  const rest = name === first ? second : first;
  const put = substitute(other, { [name]: value });
  const solved = equals(sym(name), value);
  const moves: Move[] = [];
  const isSolved = toTex(source) === toTex(solved);
  if (!isSolved) {
    moves.push({
      text: `Solve ${math(source)} for $${toTex(sym(name))}$.`,
      latex: toTex(and(solved, other)),
      why: `Then $${toTex(sym(name))}$ can be replaced by what it equals.`,
      rule: 'solve-for-one',
      claim: { type: 'equivalent', from: source, to: solved, unknowns: letters },
      isMinor: true,
    });
  }
  moves.push({
    text: `Put ${math(value)} for $${toTex(sym(name))}$ in ${math(other)}.`,
    latex: toTex(put),
    why: 'Equals may stand for equals, and only one unknown is left.',
    rule: 'substitute-definition',
    claim: { type: 'equivalent', from: and(source, other), to: and(solved, put), unknowns: letters },
  });
  const setting = settingFor(task, rest, work);
  const outcome = setting.solve(put, setting);
  if (outcome.type === 'stuck') return outcome;
  if (outcome.solutions.type !== 'roots' && outcome.solutions.type !== 'none') return undefined;
  const roots = outcome.solutions.type === 'roots' ? outcome.solutions.roots : [];
  if (roots.some((root) => root.places !== undefined)) return undefined;
  moves.push(...introduced(outcome.moves, `Now solve this for $${toTex(sym(rest))}$. `));
  const pairs = roots
    .map((root) => ({ [rest]: root.value, [name]: tidy(substitute(value, { [rest]: root.value })) }))
    .filter((pair) =>
      statements.every((statement) =>
        satisfies(substitute(statement, { [name]: pair[name] ?? sym(name) }), rest, pair[rest] ?? sym(rest)),
      ),
    );
  const lists = pairs.map((pair) => letters.map((letter) => pair[letter] ?? sym(letter)));
  const verdict = verifySolutions(statements, letters, lists, task.domain, { work });
  if (pairs.length === 0) {
    const note =
      outcome.solutions.type === 'none'
        ? (outcome.solutions.note ?? '')
        : 'None of the candidates fulfils both equations.';
    moves.push({
      text: `${note} So the system has no real solution.`,
      latex: '\\emptyset',
      rule: 'no-solution',
      why: 'A line that nothing can fulfil follows from the equations.',
      claim: { type: 'none' },
    });
    return { type: 'solved', moves, answer: { text: 'no real solution', latex: '\\emptyset', verdict } };
  }
  const lines = lists.map((values) => and(...values.map((item, index) => equals(sym(letters[index] ?? '?'), item))));
  const all = or(...lines);
  moves.push({
    text: `Put ${pairs.length === 1 ? 'this value' : 'each value'} into ${math(solved)}: there ${pairs.length === 1 ? 'is one solution' : `are ${countWord(pairs.length)} solutions`}.`,
    latex: lines.map(toTex).join('\\text{ or }'),
    why: 'Each value of one unknown gives the other.',
    rule: 'back-substitution',
    claim: { type: 'equivalent', from: and(...statements), to: all, unknowns: letters },
  });
  const [only, more] = pairs;
  const wanted = task.unknowns.length === 1 ? task.unknowns[0] : undefined;
  const texts = lists.map((values) =>
    values.map((item, index) => toText(equals(sym(letters[index] ?? '?'), item))).join(', '),
  );
  const values = only !== undefined && more === undefined ? { values: only } : {};
  if (wanted === undefined)
    return {
      type: 'solved',
      moves,
      answer: { text: texts.join(' or '), latex: lines.map(toTex).join('\\text{ or }'), verdict, ...values },
    };
  const asked = [...new Set(pairs.map((pair) => toText(equals(sym(wanted), pair[wanted] ?? sym(wanted)))))];
  const askedTex = [...new Set(pairs.map((pair) => toTex(equals(sym(wanted), pair[wanted] ?? sym(wanted)))))];
  return {
    type: 'solved',
    moves,
    answer: { text: asked.join(' or '), latex: askedTex.join('\\text{ or }'), verdict, ...values },
  };
}

/** The unknown that is easiest to solve for: its coefficient is a number other than 0, or else an expression in the other one. */
function definitionIn(statements: readonly Expr[], letters: readonly string[]): Definition | undefined {
  let best: (Definition & { readonly cost: number }) | undefined;
  statements.forEach((statement, index) => {
    const other = statements[1 - index];
    if (other === undefined || statement.kind !== 'relation' || statement.operators.join() !== '=') return;
    const [left, right] = sidesOf(statement);
    for (const name of letters) {
      const [own, more] = [coefficientsIn(left, name), coefficientsIn(right, name)];
      if (own === undefined || more === undefined) continue;
      const items = subtractCoefficients(own, more);
      const factor = coefficient(items, 1);
      if (degreeOf(items) !== 1 || isZero(factor)) continue;
      const constant = coefficient(items, 0);
      const exact = rationalOf(factor);
      // xy = 6 may be divided by y, because y = 0 would give 0 = 6.
      const isDivisible =
        exact !== undefined || (factor.kind === 'symbol' && rationalOf(constant) !== undefined && !isZero(constant));
      if (!isDivisible) continue;
      const cost =
        (exact === undefined ? 10 : exact.abs().equals(1) ? 0 : 3) +
        (letters.some(
          (letter) =>
            letter !== name && hasSymbol(constant, letter) && (coefficientsIn(constant, letter)?.length ?? 9) > 2,
        )
          ? 2
          : 0);
      const isWritten = left.kind === 'symbol' && left.name === name && !hasSymbol(right, name);
      const total = isWritten ? cost - 20 : cost;
      if (best === undefined || total < best.cost)
        best = { name, value: quotient(tidy(negate(constant)), factor), source: statement, other, cost: total };
    }
  });
  return best;
}

function isEquation(statement: Expr): boolean {
  return statement.kind === 'relation' && statement.operators.length === 1 && statement.operators[0] === '=';
}
