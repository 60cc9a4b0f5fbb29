import { abs, add, call, divide, multiply, negate, num, power } from '../../../math/build.ts';
import { differentiate } from '../../../math/differentiate.ts';
import type { Expr } from '../../../math/expr.ts';
import { hasSymbol, sizeOf } from '../../../math/tree.ts';
import type { MistakeEntry } from '../entry.ts';
import { fromProduct, productView, rationalValue, termsOf, without } from '../views.ts';

type Rule = 'power' | 'product' | 'inner' | 'function' | 'reciprocal' | 'differentiated';

interface WrongIntegral {
  readonly rule: Rule;
  readonly result: Expr;
  readonly at: Expr;
}

/** constant · core, where the core holds the variable. */
function splitConstant(term: Expr, variable: string): { readonly constant: Expr; readonly core: Expr } {
  const view = productView(term);
  const moves = (factor: Expr): boolean => hasSymbol(factor, variable);
  const still = (factor: Expr): boolean => !moves(factor);
  return {
    constant: fromProduct(view.top.filter(still), view.bottom.filter(still), view.minuses),
    core: fromProduct(view.top.filter(moves), view.bottom.filter(moves)),
  };
}

/** variable^n for a constant n. */
function powerOfVariable(core: Expr, variable: string): Expr | undefined {
  if (core.kind === 'symbol' && core.name === variable) return num(1);
  if (
    core.kind === 'power' &&
    core.base.kind === 'symbol' &&
    core.base.name === variable &&
    !hasSymbol(core.exponent, variable)
  ) {
    return core.exponent;
  }
  if (core.kind === 'divide' && rationalValue(core.numerator)?.equals(1)) {
    const below = powerOfVariable(core.denominator, variable);
    return below && negate(below);
  }
  return core.kind === 'root' && !core.index && core.radicand.kind === 'symbol' && core.radicand.name === variable
    ? divide(num(1), num(2))
    : undefined;
}

/** f(kx): the function, and k where it is constant and not 1. */
function innerOf(
  core: Expr,
  variable: string,
): { readonly inner: Expr; readonly rate: Expr; readonly integrated: Expr } | undefined {
  const inner =
    core.kind === 'call'
      ? core.args[0]
      : core.kind === 'power' && core.base.kind === 'constant'
        ? core.exponent
        : undefined;
  const rate = inner && differentiate(inner, variable);
  if (!inner || !rate || hasSymbol(rate, variable)) return undefined;
  if (core.kind === 'power')
    return core.base.kind === 'constant' && core.base.name === 'e' ? { inner, rate, integrated: core } : undefined;
  if (core.kind !== 'call') return undefined;
  const table: Readonly<Record<string, Expr>> = {
    sin: negate(call('cos', inner)),
    cos: call('sin', inner),
    exp: core,
    sinh: call('cosh', inner),
    cosh: call('sinh', inner),
  };
  const integrated = table[core.name];
  return integrated && { inner, rate, integrated };
}

/** Undefined for what isn't in the short table that the wrong ones are compared with. */
function antiderivative(term: Expr, variable: string): Expr | undefined {
  const { constant, core } = splitConstant(term, variable);
  const letter: Expr = { kind: 'symbol', name: variable };
  if (!hasSymbol(term, variable)) return multiply(term, letter);
  const exponent = powerOfVariable(core, variable);
  if (exponent) {
    const next = add(exponent, num(1));
    return rationalValue(next)?.n === 0n
      ? multiply(constant, call('ln', abs(letter)))
      : multiply(constant, divide(power(letter, next), next));
  }
  const found = innerOf(core, variable);
  return found && multiply(constant, divide(found.integrated, found.rate));
}

function* wrongsOfTerm(term: Expr, variable: string): Iterable<WrongIntegral> {
  const letter: Expr = { kind: 'symbol', name: variable };
  const { constant, core } = splitConstant(term, variable);
  const slope = differentiate(term, variable);
  if (slope && hasSymbol(term, variable)) yield { rule: 'differentiated', result: slope, at: term };
  if (!hasSymbol(term, variable)) {
    yield { rule: 'differentiated', result: num(0), at: term };
    yield { rule: 'power', result: term, at: term };
    return;
  }
  const exponent = powerOfVariable(core, variable);
  if (exponent) {
    const next = add(exponent, num(1));
    if (rationalValue(next)?.n === 0n) {
      const wrongs = [
        num(1),
        num(0),
        negate(power(letter, num(-2))),
        divide(num(2), power(letter, num(2))),
        divide(num(1), letter),
      ];
      for (const wrong of wrongs) yield { rule: 'reciprocal', result: multiply(constant, wrong), at: term };
      return;
    }
    const raised = power(letter, next);
    const wrongs = [
      raised,
      multiply(next, raised),
      multiply(exponent, raised),
      divide(core, next),
      divide(raised, exponent),
      divide(core, exponent),
      core,
    ];
    for (const wrong of wrongs) yield { rule: 'power', result: multiply(constant, wrong), at: term };
    return;
  }
  const found = innerOf(core, variable);
  if (found) {
    yield { rule: 'inner', result: multiply(constant, found.integrated), at: term };
    yield { rule: 'inner', result: multiply(constant, found.rate, found.integrated), at: term };
    yield { rule: 'function', result: multiply(constant, negate(divide(found.integrated, found.rate))), at: term };
    return;
  }
  const view = productView(core);
  const integrals = view.top.map((factor) => antiderivative(factor, variable));
  if (view.top.length > 1 && view.bottom.length === 0 && integrals.every((part) => part !== undefined)) {
    yield { rule: 'product', result: multiply(constant, ...integrals), at: term };
  }
  const [above, below] = [multiply(...view.top), multiply(...view.bottom)];
  const [top, bottom] = [antiderivative(above, variable), antiderivative(below, variable)];
  if (view.bottom.length > 0 && top && bottom)
    yield { rule: 'product', result: multiply(constant, divide(top, bottom)), at: term };
}

function* wrongIntegrals(body: Expr, variable: string): Iterable<WrongIntegral> {
  const terms = termsOf(body);
  const rights = terms.map((term) => antiderivative(term, variable));
  for (const [index, term] of terms.entries()) {
    const others = without(rights, index);
    if (!others.every((part) => part !== undefined)) continue;
    for (const wrong of wrongsOfTerm(term, variable)) yield { ...wrong, result: add(...others, wrong.result) };
  }
}

function entryOf(
  rule: Rule,
  id: string,
  weight: number,
  sentence: string,
  example: MistakeEntry['example'],
): MistakeEntry {
  return {
    id,
    scope: 'part',
    weight,
    sentence,
    *rewrite(part) {
      if (part.kind !== 'integral' || part.lower || sizeOf(part.body) > 40) return;
      const right = termsOf(part.body).map((term) => antiderivative(term, part.variable));
      const known = right.every((term) => term !== undefined) ? { right: add(...right) } : {};
      for (const wrong of wrongIntegrals(part.body, part.variable)) {
        if (wrong.rule === rule) yield { result: wrong.result, parts: { at: wrong.at }, ...known };
      }
    },
    example,
  };
}

export const integralEntries: readonly MistakeEntry[] = [
  entryOf(
    'power',
    'integral-power-rule',
    1,
    'Integrating {at} raises the exponent by one and divides by the new exponent; one of the two went wrong.',
    { from: '\\int x^3 \\, dx', to: 'x^4 + C' },
  ),
  entryOf(
    'product',
    'integral-of-product',
    1,
    'The integral of {at} can’t be put together from the integrals of its parts.',
    { from: '\\int x \\cos x \\, dx', to: '\\frac{x^2}{2} \\sin x + C' },
  ),
  entryOf(
    'inner',
    'integral-inner-factor',
    1,
    'The derivative of this result has a factor too many or too few: the argument in {at} changes at a rate of its own, and that has to be divided out.',
    { from: '\\int \\cos(2x) \\, dx', to: '\\sin(2x) + C' },
  ),
  entryOf('function', 'integral-sign', 0.9, 'Differentiating this result gives {at} with the opposite sign.', {
    from: '\\int \\sin x \\, dx',
    to: '\\cos x + C',
  }),
  entryOf(
    'reciprocal',
    'integral-of-reciprocal',
    0.9,
    'The power rule would divide by zero for {at}, so its integral is no power.',
    { from: '\\int \\frac{1}{x} \\, dx', to: '-\\frac{1}{x^2} + C' },
  ),
  entryOf('differentiated', 'differentiated-instead', 0.95, '{at} was differentiated, but it is to be integrated.', {
    from: '\\int x^3 \\, dx',
    to: '3x^2 + C',
  }),
];
