import { derivative } from './calculus/derivative.ts';
import { extrema } from './calculus/extrema.ts';
import { integral } from './calculus/integral.ts';
import { limit } from './calculus/limit.ts';
import { sum } from './calculus/sum.ts';
import { tangent } from './calculus/tangent.ts';
import { equationKinds } from './equations/equationKinds.ts';
import { coefficient } from './expressions/coefficient.ts';
import { completeSquare } from './expressions/completeSquare.ts';
import { factor } from './expressions/factor.ts';
import { partialFractions } from './expressions/partialFractions.ts';
import { polynomialDivision } from './expressions/polynomialDivision.ts';
import { powers } from './expressions/powers.ts';
import { simplify } from './expressions/simplify.ts';
import type { Kind } from './kind.ts';
import { numberKinds } from './numbers/numberKinds.ts';

const expressionKinds: readonly Kind[] = [
  powers,
  factor,
  completeSquare,
  coefficient,
  partialFractions,
  polynomialDivision,
  simplify,
];

const calculusKinds: readonly Kind[] = [derivative, integral, extrema, tangent, limit, sum];

/** Every kind of question that the built-in solver answers; within one task the more special stands before the more general. */
export const builtinKinds: readonly Kind[] = [...numberKinds, ...equationKinds, ...expressionKinds, ...calculusKinds];
