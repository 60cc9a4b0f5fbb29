import type { Expr } from '../../math/expr.ts';
import { multiply, num } from '../../math/build.ts';
import { gcd } from '../../math/integers.ts';
import { rational } from '../../math/rational.ts';
import { mapChildren } from '../../math/tree.ts';
import type { Reading, Task } from '../../solve/task.ts';
import { mapFormulas } from './formulas.ts';
import type { Random } from './random.ts';

/** The few kinds of question in which the numbers hang together in a way of their own. */
export function specialVariant(text: string, { task }: Reading, random: Random): string | undefined {
  switch (task.kind) {
    case 'sequence':
      return otherSequence(text, task, random);
    case 'urn':
      return otherLetters(text, task, random);
    case 'gcd':
    case 'lcm':
      return otherMultiples(text, task.values, random);
    case 'baseConversion':
      return otherDigits(text, [task.digits], task.from, random);
    case 'baseArithmetic':
      return otherDigits(text, [task.left, task.right], task.base, random);
    default:
      return undefined;
  }
}

const listed = /\$?-?\d+\$?(?:\s*(?:,\s*and|,|and)\s*\$?-?\d+\$?){2,}/;

/** a·t(n) + b·n + c has differences that are as simple, a·t(n) the same quotients. */
function otherSequence(
  text: string,
  { terms }: Extract<Task, { kind: 'sequence' }>,
  random: Random,
): string | undefined {
  const values = terms.map(valueOf);
  if (!values.every((value) => value !== undefined)) return undefined;
  const isScaled = random.chance(0.4);
  const factor = BigInt(random.pick(isScaled ? [2, 3, -1, -2, 5, 4] : [1, 1, -1, 2, 3]));
  const size = values.reduce(
    (most, value) => (value < 0n ? (most > -value ? most : -value) : most > value ? most : value),
    9n,
  );
  const reach = Number(size > 1_000_000n ? 1_000_000n : size);
  const [step, start] = isScaled ? [0, 0] : [random.between(-reach, reach), random.between(-reach, reach)];
  const made = values.map((value, index) => factor * value + BigInt(step) * BigInt(index) + BigInt(start));
  const result = text.replace(listed, made.map((value) => value.toString()).join(', '));
  return result === text ? undefined : result;
}

/** Numbers with another common part: what they have in common decides how the question comes out. */
function otherMultiples(text: string, exprs: readonly Expr[], random: Random): string | undefined {
  const values = exprs.map(valueOf);
  if (!values.every((value) => value !== undefined) || values.some((value) => value < 1n)) return undefined;
  const common = gcd(...values);
  const part = another(common, random);
  return values.reduce(
    (written, value) =>
      written.replace(
        new RegExp(`(?<![\\w.])${value.toString()}(?![\\w.])`),
        (part * another(value / common, random)).toString(),
      ),
    text,
  );
}

/** As long; 1 stays 1. */
function another(value: bigint, random: Random): bigint {
  if (value < 2n || value > 1_000_000_000_000n) return value;
  const size = Number(value);
  const length = value.toString().length;
  return BigInt(
    random.between(Math.max(2, 10 ** (length - 1), Math.floor(size / 2)), Math.min(10 ** length - 1, size * 2)),
  );
}

function valueOf(expr: Expr): bigint | undefined {
  if (expr.kind === 'negate') {
    const inner = valueOf(expr.operand);
    return inner === undefined ? undefined : -inner;
  }
  return expr.kind === 'number' && expr.value.d === 1n ? expr.value.n * expr.value.s : undefined;
}

/** Another bag of the same letters, as a word. */
function otherLetters(text: string, { counts }: Extract<Task, { kind: 'urn' }>, random: Random): string | undefined {
  const alphabet = counts.map(({ letter }) => letter);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const word = text
    .match(/[a-z]+/g)
    ?.find((found) => found.length === total && [...found].every((letter) => alphabet.includes(letter)));
  const [first, ...rest] = alphabet;
  if (word === undefined || first === undefined) return undefined;
  const drawn = [...word].map((letter) => (random.chance(0.4) ? random.pick([first, ...rest]) : letter));
  if (random.chance(0.5)) drawn.splice(random.between(0, drawn.length - 1), 1);
  return text.replace(word, drawn.join(''));
}

function otherDigits(text: string, numbers: readonly string[], base: number, random: Random): string | undefined {
  let result = text;
  for (const written of numbers) {
    const digits = written.replace(/^-/, '');
    const drawn = [...digits]
      .map((_, index) => random.between(index === 0 && digits.length > 1 ? 1 : 0, base - 1).toString(base))
      .join('');
    result = result.replace(new RegExp(`(?<![\\w.])${digits}(?![\\w.])`), drawn);
  }
  return result === text ? undefined : result;
}

/** 2x where x stood alone, for a formula that has no numbers to change. */
export function withCoefficients(text: string, random: Random): string | undefined {
  return mapFormulas(text, (formula) => {
    const walk = (node: Expr): Expr => {
      // Not a single letter as a whole: that may be a name.
      const takes =
        node.kind === 'add' ||
        node.kind === 'relation' ||
        node.kind === 'root' ||
        // f(x) is a name, sin(x) is a value.
        (node.kind === 'call' && node.args.length === 1 && node.name.length > 1);
      const put = (child: Expr): Expr =>
        takes && child.kind === 'symbol' && random.chance(0.5)
          ? multiply(num(rational(random.between(2, 5))), child)
          : walk(child);
      if (node.kind === 'power') {
        const exponent =
          node.exponent.kind === 'symbol' && random.chance(0.6)
            ? multiply(num(rational(random.between(2, 5))), node.exponent)
            : node.exponent;
        const base = walk(node.base);
        return base === node.base && exponent === node.exponent ? node : { ...node, base, exponent };
      }
      return mapChildren(node, put);
    };
    return walk(formula);
  });
}

/** The sine for the cosine and the cosine for the sine. */
export function withOtherWave(text: string): string | undefined {
  const turned = text.replaceAll(/\b(sin|cos)\b/g, (name) => (name === 'sin' ? 'cos' : 'sin'));
  return turned === text ? undefined : turned;
}
