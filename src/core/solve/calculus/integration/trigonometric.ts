import { add, call, divide, equals, integral, multiply, num, power, subtract, sym } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { toText } from '../../../math/print/toText.ts';
import { contains, hasSymbol, mapExpr, sizeOf } from '../../../math/tree.ts';
import { tidy } from '../tidy.ts';
import { coefficientsOf, linearOf, normalForm, productOf, productToExpr, smallInteger, type Part } from './forms.ts';
import { pendingIntegral, planOf, rewriting } from './pending.ts';
import type { IntegrationRule, Plan, Search, Stage } from './plan.ts';
import { substitute } from './substitution.ts';
import { productToSum } from './waves.ts';

/** sin^m θ · cos^n θ with one angle θ = k·x + d. */
interface Powers {
  readonly angle: Expr;
  readonly slope: Expr;
  readonly m: number;
  readonly n: number;
}

function readPowers(parts: readonly Part[], x: string): Powers | undefined {
  let [m, n] = [0, 0];
  let angle: Expr | undefined;
  for (const { base, exponent } of parts) {
    const size = smallInteger(exponent);
    const [inside] = base.kind === 'call' ? base.args : [];
    if (base.kind !== 'call' || inside === undefined || size === undefined) return undefined;
    if (angle !== undefined && toText(angle) !== toText(inside)) return undefined;
    angle = inside;
    const [sines, cosines] = exponentsOf[base.name] ?? [];
    if (sines === undefined || cosines === undefined) return undefined;
    m += sines * size;
    n += cosines * size;
  }
  const linear = angle === undefined ? undefined : linearOf(angle, x);
  return angle === undefined || linear === undefined ? undefined : { angle, slope: linear.slope, m, n };
}

const exponentsOf: Readonly<Record<string, readonly [number, number] | undefined>> = {
  sin: [1, 0],
  cos: [0, 1],
  tan: [1, -1],
  cot: [-1, 1],
  sec: [0, -1],
  csc: [-1, 0],
};

const powersOfSineAndCosine: IntegrationRule = (f, x, search) => {
  const powers = readPowers(productOf(f, x).parts, x);
  if (powers === undefined) return undefined;
  const { m, n } = powers;
  // f(sin)·cos and f(cos)·sin are plain substitutions.
  if (n === 1 || m === 1) return undefined;
  if (m === -n && Math.abs(m) >= 2) return powerOfTangent(f, powers, x, search);
  if (n > 0 && n % 2 === 1) return withSineAsLetter(f, powers, x, search);
  if (m > 0 && m % 2 === 1) return withCosineAsLetter(f, powers, x, search);
  if (m >= 0 && n >= 0) return doubleAngles(f, powers, x, search);
  if (m + n < 0 && (m + n) % 2 === 0) return withTangentAsLetter(f, powers, x, search);
  if (m === 0 && n <= -3) return reciprocalPower(f, powers, 'cos', x, search);
  if (n === 0 && m <= -3) return reciprocalPower(f, powers, 'sin', x, search);
  if (m > 0 && m % 2 === 0) return pythagoras(f, powers, 'sin', x, search);
  if (n > 0 && n % 2 === 0) return pythagoras(f, powers, 'cos', x, search);
  return n % 2 !== 0 ? withSineAsLetter(f, powers, x, search) : withCosineAsLetter(f, powers, x, search);
};

function withSineAsLetter(f: Expr, { angle, slope, m, n }: Powers, x: string, search: Search): Plan | undefined {
  const letter = search.freshLetter('u');
  const u = sym(letter);
  const integrand = powers(u, m, subtract(num(1), power(u, num(2))), (n - 1) / 2);
  return withLetter(f, x, letter, call('sin', angle), tidy(divide(integrand, slope)), search, {
    text: `of the odd power of the cosine keep one factor for $d${letter}$ and write the rest with $\\cos^2 = 1 - \\sin^2$`,
    slope: tidy(multiply(slope, call('cos', angle))),
  });
}

function withCosineAsLetter(f: Expr, { angle, slope, m, n }: Powers, x: string, search: Search): Plan | undefined {
  const letter = search.freshLetter('u');
  const u = sym(letter);
  const integrand = powers(u, n, subtract(num(1), power(u, num(2))), (m - 1) / 2);
  return withLetter(f, x, letter, call('cos', angle), tidy(divide(multiply(num(-1), integrand), slope)), search, {
    text: `of the odd power of the sine keep one factor for $d${letter}$ and write the rest with $\\sin^2 = 1 - \\cos^2$`,
    slope: tidy(multiply(num(-1), slope, call('sin', angle))),
  });
}

function withTangentAsLetter(f: Expr, { angle, slope, m, n }: Powers, x: string, search: Search): Plan | undefined {
  const letter = search.freshLetter('u');
  const u = sym(letter);
  const integrand = powers(u, m, add(power(u, num(2)), num(1)), -(m + n) / 2 - 1);
  return withLetter(f, x, letter, call('tan', angle), tidy(divide(integrand, slope)), search, {
    text: 'write the rest with $\\frac{1}{\\cos^2} = 1 + \\tan^2$',
    slope: tidy(divide(slope, power(call('cos', angle), num(2)))),
  });
}

/** u^m · rest^k, multiplied out where both exponents allow it. */
function powers(u: Expr, m: number, rest: Expr, k: number): Expr {
  const factors = [power(u, num(m)), power(rest, num(k))];
  const plain = tidy(multiply(...factors));
  const isPolynomial = m >= 0 && k >= 0;
  if (isPolynomial || (m < 0 && k >= 0))
    return tidy(multiply(normalForm(power(rest, num(Math.max(k, 0)))), power(u, num(m))));
  return plain;
}

function withLetter(
  f: Expr,
  x: string,
  letter: string,
  value: Expr,
  integrand: Expr,
  search: Search,
  words: { readonly text: string; readonly slope: Expr },
): Plan | undefined {
  const next = pendingIntegral(integrand, letter);
  return planOf(
    f,
    x,
    [
      {
        to: next.line,
        text: `Substitute $${toTex(equals(sym(letter), value))}$, $d${letter} = ${toTex(words.slope)}\\,d${toTex(sym(x))}$: ${words.text}.`,
        why: '$\\sin^2\\theta + \\cos^2\\theta = 1$ turns what is left into the new letter.',
        rule: 'trigonometric-substitution',
      },
    ],
    [search.integrate(next.integrand, letter)],
    { letter, value },
  );
}

/** tan^m = tan^(m−2)·(1/cos² − 1), and the same for cot. */
function powerOfTangent(f: Expr, { angle, m }: Powers, x: string, search: Search): Plan | undefined {
  const size = Math.abs(m);
  const [name, below] = m > 0 ? ['tan', 'cos'] : ['cot', 'sin'];
  const lower = power(call(name, angle), num(size - 2));
  const square = divide(num(1), power(call(below, angle), num(2)));
  const to = size === 2 ? subtract(square, num(1)) : subtract(multiply(lower, square), lower);
  return rewriting(
    f,
    x,
    tidy(to),
    {
      text: `Write $\\${name}^2 ${angleTex(angle)} = ${toTex(square)} - 1$.`,
      why: '$\\sin^2\\theta + \\cos^2\\theta = 1$, divided by the square below.',
      rule: 'pythagoras',
    },
    search,
  );
}

function angleTex(angle: Expr): string {
  return angle.kind === 'symbol' ? toTex(angle) : `\\left(${toTex(angle)}\\right)`;
}

/** Even powers above an odd power: sin² = 1 − cos² until only one function is left. */
function pythagoras(
  f: Expr,
  { angle, m, n }: Powers,
  name: 'sin' | 'cos',
  x: string,
  search: Search,
): Plan | undefined {
  const other = call(name === 'sin' ? 'cos' : 'sin', angle);
  const [even, odd] = name === 'sin' ? [m, n] : [n, m];
  const expanded = normalForm(power(subtract(num(1), power(sym('#c'), num(2))), num(even / 2)));
  const terms = (coefficientsOf(expanded, '#c') ?? []).flatMap((coefficient, exponent) =>
    coefficient.kind === 'number' && coefficient.value.n === 0n
      ? []
      : [tidy(multiply(coefficient, power(other, num(exponent + odd))))],
  );
  const to = tidy(add(...terms.map((term) => productToExpr(productOf(term, x)))));
  return rewriting(
    f,
    x,
    to,
    {
      text: `Write $\\${name}^2 ${angleTex(angle)} = 1 - \\${name === 'sin' ? 'cos' : 'sin'}^2 ${angleTex(angle)}$ and divide term by term.`,
      why: '$\\sin^2\\theta + \\cos^2\\theta = 1$.',
      rule: 'pythagoras',
    },
    search,
  );
}

/** 1/cos^n and 1/sin^n for odd n: by parts, the integral comes back. */
function reciprocalPower(
  f: Expr,
  { angle, slope, m, n }: Powers,
  name: 'cos' | 'sin',
  x: string,
  search: Search,
): Plan | undefined {
  const size = -(name === 'cos' ? n : m);
  const base = call(name, angle);
  const lowered = divide(num(1), size === 3 ? base : power(base, num(size - 2)));
  const [ratio, sign] = name === 'cos' ? [call('tan', angle), 1] : [call('cot', angle), -1];
  const first = tidy(divide(multiply(num(sign), lowered, ratio), multiply(num(size - 1), slope)));
  const rest = multiply(divide(num(size - 2), num(size - 1)), integral(tidy(lowered), x));
  return planOf(
    f,
    x,
    [
      {
        to: tidy(add(first, rest)),
        text: `Integrate by parts with $u = ${toTex(lowered)}$ and $v' = ${toTex(divide(num(1), power(base, num(2))))}$; with $\\sin^2 + \\cos^2 = 1$ the integral comes back, and solving for it lowers the power by $2$.`,
        why: 'An equation for the integral may be solved as any other equation.',
        rule: 'solve-for-integral',
      },
    ],
    [search.integrate(tidy(lowered), x)],
  );
}

function doubleAngles(f: Expr, { angle, m, n }: Powers, x: string, search: Search): Plan | undefined {
  const to = productToSum([
    { name: 'sin', angle, exponent: m },
    { name: 'cos', angle, exponent: n },
  ]);
  return rewriting(
    f,
    x,
    to,
    {
      text: `Lower the even powers with the double angle: $${toTex(equals(f, to))}$.`,
      why: '$\\sin^2\\theta = \\frac{1 - \\cos 2\\theta}{2}$, $\\cos^2\\theta = \\frac{1 + \\cos 2\\theta}{2}$.',
      rule: 'double-angle',
    },
    search,
  );
}

/** A polynomial or an exponential times several sines and cosines, or sines and cosines of different angles. */
const productsOfWaves: IntegrationRule = (f, x, search) => {
  const { constant, parts } = productOf(f, x);
  const isWave = ({ base, exponent }: Part): boolean =>
    base.kind === 'call' &&
    (base.name === 'sin' || base.name === 'cos') &&
    base.args[0] !== undefined &&
    linearOf(base.args[0], x) !== undefined &&
    (smallInteger(exponent) ?? -1) > 0;
  const waves = parts.filter(isWave);
  const count = waves.reduce((sum, { exponent }) => sum + (smallInteger(exponent) ?? 0), 0);
  if (count < 2 || count > 10) return undefined;
  const rest = parts.filter((part) => !isWave(part));
  const sum = productToSum(
    waves.flatMap(({ base, exponent }) =>
      base.kind === 'call' && base.args[0] !== undefined
        ? [
            {
              name: base.name === 'sin' ? ('sin' as const) : ('cos' as const),
              angle: base.args[0],
              exponent: smallInteger(exponent) ?? 0,
            },
          ]
        : [],
    ),
  );
  const outside = productToExpr({ constant, parts: rest });
  const terms = sum.kind === 'add' ? sum.terms : [sum];
  const to = tidy(add(...terms.map((term) => productToExpr(productOf(multiply(outside, term), x)))));
  const shown = productToExpr({ constant: num(1), parts: waves });
  return rewriting(
    f,
    x,
    to,
    {
      text: `Write the product as a sum: $${toTex(equals(shown, sum))}$.`,
      why: '$\\sin\\alpha\\cos\\beta = \\frac{1}{2}\\left(\\sin(\\alpha+\\beta) + \\sin(\\alpha-\\beta)\\right)$ and its like.',
      rule: 'product-to-sum',
    },
    search,
  );
};

/** Rational in sin θ and cos θ: t = tan(θ/2). */
const halfAngle: IntegrationRule = (f, x, search) => {
  const found = new Map<string, Expr>();
  contains(f, (node) => {
    if (
      node.kind === 'call' &&
      exponentsOf[node.name] !== undefined &&
      node.args[0] !== undefined &&
      hasSymbol(node, x)
    )
      found.set(toText(node.args[0]), node.args[0]);
    return false;
  });
  const [angle, second] = [...found.values()];
  const linear = angle === undefined ? undefined : linearOf(angle, x);
  if (angle === undefined || second !== undefined || linear === undefined) return undefined;
  const letter = search.freshLetter('t');
  const t = sym(letter);
  const square = power(t, num(2));
  const below = add(square, num(1));
  const values: Readonly<Record<string, Expr>> = {
    sin: divide(multiply(num(2), t), below),
    cos: divide(subtract(num(1), square), below),
    tan: divide(multiply(num(2), t), subtract(num(1), square)),
    cot: divide(subtract(num(1), square), multiply(num(2), t)),
    sec: divide(below, subtract(num(1), square)),
    csc: divide(below, multiply(num(2), t)),
  };
  const replaced = mapExpr(f, (node) =>
    node.kind === 'call' && exponentsOf[node.name] !== undefined ? (values[node.name] ?? node) : node,
  );
  if (hasSymbol(replaced, x)) return undefined;
  const integrand = normalForm(multiply(replaced, divide(num(2), multiply(linear.slope, below))), letter);
  if (sizeOf(integrand) > 80) return undefined;
  const next = pendingIntegral(integrand, letter);
  const value = call('tan', tidy(divide(angle, num(2))));
  const stage: Stage = {
    to: next.line,
    text: `Substitute $${toTex(equals(t, value))}$: then $\\sin ${angleTex(angle)} = ${toTex(divide(multiply(num(2), t), below))}$, $\\cos ${angleTex(angle)} = ${toTex(divide(subtract(num(1), square), below))}$ and $d${toTex(sym(x))} = ${toTex(tidy(divide(num(2), multiply(linear.slope, below))))}\\,d${letter}$.`,
    why: 'The tangent of the half angle makes every rational expression in sine and cosine a rational function.',
    rule: 'half-angle-substitution',
  };
  return planOf(f, x, [stage], [search.integrate(next.integrand, letter)], { letter, value });
};

/** A polynomial times tan² or cot²: tan² = 1/cos² − 1. */
const squareBesidePolynomial: IntegrationRule = (f, x, search) => {
  const { constant, parts } = productOf(f, x);
  const square = parts.find(
    ({ base, exponent }) =>
      base.kind === 'call' && (base.name === 'tan' || base.name === 'cot') && smallInteger(exponent) === 2,
  );
  const angle = square?.base.kind === 'call' ? square.base.args[0] : undefined;
  if (square === undefined || angle === undefined || parts.length !== 2) return undefined;
  const isTangent = square.base.kind === 'call' && square.base.name === 'tan';
  const below = call(isTangent ? 'cos' : 'sin', angle);
  const outside = productToExpr({ constant, parts: parts.filter((part) => part !== square) });
  if (coefficientsOf(outside, x) === undefined) return undefined;
  const reciprocal = divide(num(1), power(below, num(2)));
  return rewriting(
    f,
    x,
    tidy(subtract(multiply(outside, reciprocal), outside)),
    {
      text: `Write $\\${isTangent ? 'tan' : 'cot'}^2 ${angleTex(angle)} = ${toTex(reciprocal)} - 1$ and multiply out.`,
      why: '$\\sin^2\\theta + \\cos^2\\theta = 1$, divided by the square below.',
      rule: 'pythagoras',
    },
    search,
  );
};

/** tan and its like together with other powers: f(tan θ)/cos² θ. */
const tangentInside: IntegrationRule = (f, x, search) => {
  const found = new Map<string, Expr>();
  contains(f, (node) => {
    if (node.kind === 'call' && node.name === 'tan' && hasSymbol(node, x)) found.set(toText(node), node);
    return false;
  });
  for (const tangent of found.values()) {
    const plan = substitute(f, tangent, x, search);
    if (plan !== undefined) return plan;
  }
  return undefined;
};

/** Before plain substitutions are tried: what is known about powers is shorter. */
export const trigonometricPowers: readonly IntegrationRule[] = [powersOfSineAndCosine];

export const trigonometricRules: readonly IntegrationRule[] = [
  squareBesidePolynomial,
  productsOfWaves,
  tangentInside,
  halfAngle,
];
