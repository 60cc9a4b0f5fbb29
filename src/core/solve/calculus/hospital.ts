import { divide, negate } from '../../math/build.ts';
import { differentiate } from '../../math/differentiate.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { isZeroValue, tendencyOf } from './limitValue.ts';
import { approachOf, shownLimit, type LimitWork } from './limitWork.ts';
import { tidy } from './tidy.ts';

/** 0/0 exactly, or ∞/∞ at infinity: differentiate above and below. */
export function hospital(work: LimitWork): boolean {
  const quotient = asQuotient(work.expr);
  const { variable } = work.task;
  if (quotient === undefined) return false;
  const form = indeterminateForm(work, quotient);
  const [above, below] = [differentiate(quotient.numerator, variable), differentiate(quotient.denominator, variable)];
  if (form === undefined || above === undefined || below === undefined) return false;
  const next = tidy(divide(tidy(above), tidy(below)));
  work.moves.push({
    text: `Numerator and denominator both tend to ${form}, so use L’Hôpital’s rule: differentiate each by itself.`,
    latex: `= ${toTex(shownLimit(work, next))}`,
    why: 'Where both tend to $0$, or both beyond every bound, the quotient has the same limit as the quotient of the slopes, if that exists.',
    rule: 'hospital',
    claim: { type: 'equal', left: divide(above, below), right: next },
  });
  work.expr = next;
  return true;
}

function indeterminateForm(
  work: LimitWork,
  quotient: { readonly numerator: Expr; readonly denominator: Expr },
): string | undefined {
  const parts = [quotient.numerator, quotient.denominator].map((part) => tendencyOf(part, approachOf(work)));
  const isZero = parts.every((part) => part?.type === 'finite' && isZeroValue(part.value));
  if (isZero) return '$0$';
  return parts.every((part) => part?.type === 'infinite') ? '$\\infty$' : undefined;
}

/** Numerator and denominator, a sign taken into the numerator. */
export function asQuotient(expr: Expr): { readonly numerator: Expr; readonly denominator: Expr } | undefined {
  if (expr.kind === 'negate') {
    const inner = asQuotient(expr.operand);
    return inner && { ...inner, numerator: negate(inner.numerator) };
  }
  return expr.kind === 'divide' ? expr : undefined;
}
