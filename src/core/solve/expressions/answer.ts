import { checkClaim } from '../../check/claims.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer } from '../derivation.ts';

/** An answer that must be equal to the expression asked about: compared with it afresh, the working left out of account. */
export function answerEqualTo(
  asked: Expr,
  result: Expr,
  options: { readonly positive?: readonly string[]; readonly verdict?: Verdict } = {},
): Answer {
  const verdict =
    options.verdict ?? checkClaim({ type: 'equal', left: asked, right: result, positive: options.positive });
  return { text: toText(result), latex: toTex(result), value: result, verdict };
}
