import { add, call, divide, e, equals, multiply, num, power, subtract, sym } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { toText } from '../../../math/print/toText.ts';
import { contains, hasSymbol, mapExpr, sizeOf } from '../../../math/tree.ts';
import { tidy } from '../tidy.ts';
import { linearOf, normalForm, productOf, productToExpr, smallInteger, type Part } from './forms.ts';
import { pendingIntegral, planOf, rewriting } from './pending.ts';
import type { IntegrationRule } from './plan.ts';
import { productToSum } from './waves.ts';

const names = new Set(['sinh', 'cosh', 'tanh', 'coth', 'sech', 'csch']);

/** tanh² = 1 − 1/cosh², coth² = 1 + 1/sinh². */
const tangentSquared: IntegrationRule = (f, x, search) => {
  const { parts } = productOf(f, x);
  const [part, second] = parts;
  const n = part === undefined ? undefined : smallInteger(part.exponent);
  if (part === undefined || second !== undefined || part.base.kind !== 'call' || n === undefined || n < 2)
    return undefined;
  const [angle] = part.base.args;
  const isTangent = part.base.name === 'tanh';
  if (angle === undefined || (!isTangent && part.base.name !== 'coth')) return undefined;
  const square = divide(num(1), power(call(isTangent ? 'cosh' : 'sinh', angle), num(2)));
  const lower = power(part.base, num(n - 2));
  const second2 = isTangent ? multiply(num(-1), lower, square) : multiply(lower, square);
  return rewriting(
    f,
    x,
    tidy(add(lower, second2)),
    {
      text: `Write $${toTex(power(part.base, num(2)))} = 1 ${isTangent ? '-' : '+'} ${toTex(square)}$.`,
      why: '$\\cosh^2 u - \\sinh^2 u = 1$, divided by the square below.',
      rule: 'pythagoras',
    },
    search,
  );
};

/** Powers and products of sinh and cosh, also beside a polynomial: sums of sinh and cosh of multiples. */
const productsOfHyperbolic: IntegrationRule = (f, x, search) => {
  const { constant, parts } = productOf(f, x);
  const isWave = ({ base, exponent }: Part): boolean =>
    base.kind === 'call' &&
    (base.name === 'sinh' || base.name === 'cosh') &&
    base.args[0] !== undefined &&
    linearOf(base.args[0], x) !== undefined &&
    (smallInteger(exponent) ?? -1) > 0;
  const waves = parts.filter(isWave);
  const count = waves.reduce((sum, { exponent }) => sum + (smallInteger(exponent) ?? 0), 0);
  if (count < 2 || count > 10) return undefined;
  const sum = productToSum(
    waves.flatMap(({ base, exponent }) =>
      base.kind === 'call' && base.args[0] !== undefined
        ? [
            {
              name: base.name === 'sinh' ? ('sinh' as const) : ('cosh' as const),
              angle: base.args[0],
              exponent: smallInteger(exponent) ?? 0,
            },
          ]
        : [],
    ),
  );
  const outside = productToExpr({ constant, parts: parts.filter((part) => !isWave(part)) });
  const terms = sum.kind === 'add' ? sum.terms : [sum];
  const to = tidy(add(...terms.map((term) => productToExpr(productOf(multiply(outside, term), x)))));
  return rewriting(
    f,
    x,
    to,
    {
      text: `Write the product as a sum: $${toTex(equals(productToExpr({ constant: num(1), parts: waves }), sum))}$.`,
      why: '$\\sinh^2 u = \\frac{\\cosh 2u - 1}{2}$, $\\cosh^2 u = \\frac{\\cosh 2u + 1}{2}$ and their like.',
      rule: 'product-to-sum',
    },
    search,
  );
};

/** Everything else with hyperbolic functions of one angle: t = e^θ. */
const withExponentials: IntegrationRule = (f, x, search) => {
  const found = new Map<string, Expr>();
  contains(f, (node) => {
    const [angle] = node.kind === 'call' ? node.args : [];
    if (node.kind === 'call' && names.has(node.name) && angle !== undefined && hasSymbol(angle, x))
      found.set(toText(angle), angle);
    return false;
  });
  const [angle, second] = [...found.values()];
  const linear = angle === undefined ? undefined : linearOf(angle, x);
  if (angle === undefined || second !== undefined || linear === undefined) return undefined;
  const letter = search.freshLetter('t');
  const t = sym(letter);
  const inverse = divide(num(1), t);
  const [sine, cosine] = [divide(subtract(t, inverse), num(2)), divide(add(t, inverse), num(2))];
  const values: Readonly<Record<string, Expr>> = {
    sinh: sine,
    cosh: cosine,
    tanh: divide(sine, cosine),
    coth: divide(cosine, sine),
    sech: divide(num(1), cosine),
    csch: divide(num(1), sine),
  };
  const replaced = mapExpr(f, (node) =>
    node.kind === 'call' && names.has(node.name) ? (values[node.name] ?? node) : node,
  );
  if (hasSymbol(replaced, x)) return undefined;
  const integrand = normalForm(divide(replaced, multiply(linear.slope, t)), letter);
  if (sizeOf(integrand) > 80) return undefined;
  const next = pendingIntegral(integrand, letter);
  const value = power(e, angle);
  return planOf(
    f,
    x,
    [
      {
        to: next.line,
        text: `Write the hyperbolic functions with the exponential function and substitute $${toTex(equals(t, value))}$.`,
        why: '$\\sinh u = \\frac{e^u - e^{-u}}{2}$, $\\cosh u = \\frac{e^u + e^{-u}}{2}$.',
        rule: 'substitution',
      },
    ],
    [search.integrate(next.integrand, letter)],
    { letter, value },
  );
};

/** sinh or cosh beside an exponential, a sine or a cosine: written with e^u and multiplied out. */
const besideOthers: IntegrationRule = (f, x, search) => {
  const { parts } = productOf(f, x);
  const isHyperbolic = ({ base, exponent }: Part): boolean =>
    base.kind === 'call' && (base.name === 'sinh' || base.name === 'cosh') && smallInteger(exponent) === 1;
  const [part, second] = parts.filter(isHyperbolic);
  if (part === undefined || second !== undefined || parts.length < 2 || part.base.kind !== 'call') return undefined;
  const [angle] = part.base.args;
  if (angle === undefined) return undefined;
  const rest = productToExpr({
    constant: divide(productOf(f, x).constant, num(2)),
    parts: parts.filter((other) => other !== part),
  });
  const [rising, falling] = [power(e, angle), power(e, normalForm(multiply(num(-1), angle)))].map((factor) =>
    productToExpr(productOf(multiply(rest, factor), x)),
  );
  if (rising === undefined || falling === undefined) return undefined;
  return rewriting(
    f,
    x,
    tidy(part.base.name === 'cosh' ? add(rising, falling) : subtract(rising, falling)),
    {
      text: `Write $${toTex(part.base)}$ with the exponential function and multiply out.`,
      why: '$\\sinh u = \\frac{e^u - e^{-u}}{2}$, $\\cosh u = \\frac{e^u + e^{-u}}{2}$.',
      rule: 'rewrite-integrand',
    },
    search,
  );
};

export const hyperbolicRules: readonly IntegrationRule[] = [
  tangentSquared,
  productsOfHyperbolic,
  withExponentials,
  besideOthers,
];
