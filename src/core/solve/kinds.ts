import { derivative } from './calculus/derivative.ts';
import { completeSquare } from './expressions/completeSquare.ts';
import { factor } from './expressions/factor.ts';
import { partialFractions } from './expressions/partialFractions.ts';
import { polynomialDivision } from './expressions/polynomialDivision.ts';
import { powers } from './expressions/powers.ts';
import { simplify } from './expressions/simplify.ts';
import type { Kind } from './kind.ts';

/** Every kind of question that the built-in solver answers, the more special before the more general. */
export const builtinKinds: readonly Kind[] = [
  powers,
  factor,
  completeSquare,
  partialFractions,
  polynomialDivision,
  derivative,
  simplify,
];
