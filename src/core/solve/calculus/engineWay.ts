import { equals, integral } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { contains, mapExpr, sameExpr } from '../../math/tree.ts';
import type { Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import { engineIntegral } from './computeEngine.ts';
import type { Antiderivative } from './antiderivative.ts';
import { logarithmOf } from './integration/forms.ts';
import { present, presentAnswer } from './integration/present.ts';
import { antiderivativeVerdict, sameSlope } from './integration/slope.ts';
import { tidy } from './tidy.ts';

/** The antiderivative of the algebra library with those of its lines that our own check confirms; undefined where the result is not confirmed. */
export async function antiderivativeByLibrary(
  f: Expr,
  x: string,
  work: ExactWork,
): Promise<Antiderivative | undefined> {
  const found = await engineIntegral(f, x);
  work.check();
  if (found === undefined) return undefined;
  const result = presentAnswer(withRealLogarithms(found.result, f), x);
  const verdict = antiderivativeVerdict(result, f, x, work);
  if (verdict.kind !== 'proved' && verdict.kind !== 'valid') return undefined;
  const moves: Move[] = [];
  let line: Expr = integral(f, x);
  const write = (next: Expr, words: Pick<Move, 'text' | 'why' | 'rule'>): void => {
    const claim = sameSlope(line, next, x, [], work);
    const isConfirmed = claim.type === 'decided' && (claim.verdict.kind === 'proved' || claim.verdict.kind === 'valid');
    const shown = present(tidy(next));
    const latex = moves.length === 0 ? toTex(equals(line, shown)) : `= ${toTex(shown)}`;
    if (!isConfirmed || toTex(shown) === toTex(present(tidy(line)))) return;
    moves.push({ ...words, latex, claim });
    line = next;
  };
  for (const step of found.steps) write(withRealLogarithms(step.line, f), wordsFor(step.rule));
  write(result, {
    text: 'Tidy up.',
    why: 'Constant factors are multiplied in, equal terms are added.',
    rule: 'tidy-up',
  });
  return moves.length === 0 ? undefined : { moves, result };
}

/** The library means complex logarithms: over the reals they are those of absolute values. */
function withRealLogarithms(expr: Expr, f: Expr): Expr {
  return mapExpr(expr, (node) => {
    const [inside] = node.kind === 'call' && node.name === 'ln' ? node.args : [];
    return inside === undefined || contains(f, (other) => sameExpr(other, node)) ? node : logarithmOf(inside);
  });
}

type Words = Pick<Move, 'text' | 'why' | 'rule'>;

/** Our own words by the group that a rule of the library belongs to. */
function wordsFor(id: string): Words {
  const known = groups.find(([pattern]) => pattern.test(id));
  return known === undefined ? formula('a general formula') : known[1];
}

function formula(what: string): Words {
  return {
    text: `Use ${what} from a table of integrals.`,
    why: 'Differentiating the line gives the integrand back, which is how such a formula is checked.',
    rule: 'integral-formula',
  };
}

const groups: readonly (readonly [RegExp, Words])[] = [
  [
    /integrate\.sum/,
    {
      text: 'Integrate term by term.',
      why: 'The integral of a sum is the sum of the integrals.',
      rule: 'integral-sum',
    },
  ],
  [
    /integrate\.constant-factor/,
    {
      text: 'Take the constant factor in front.',
      why: 'A constant factor stays as it is when integrating.',
      rule: 'integral-sum',
    },
  ],
  [
    /integrate\.simplify/,
    { text: 'Simplify.', why: 'Equal expressions may stand for each other.', rule: 'rewrite-integrand' },
  ],
  [/parts/, { text: 'Integrate by parts.', why: "$\\int u v' \\, dx = u v - \\int u' v \\, dx$.", rule: 'by-parts' }],
  [/rubi:1/, formula('a formula for powers, roots and polynomials')],
  [/rubi:2/, formula('a formula for exponential functions')],
  [/rubi:3/, formula('a formula for logarithms')],
  [/rubi:4/, formula('a formula for trigonometric functions')],
  [/rubi:5/, formula('a formula for inverse trigonometric functions')],
  [/rubi:6/, formula('a formula for hyperbolic functions')],
  [/rubi:7/, formula('a formula for inverse hyperbolic functions')],
  [/rubi:8/, formula('a formula for special functions')],
];
