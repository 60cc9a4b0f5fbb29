import { integerRoot, splitPower } from '../../math/integers.ts';
import type { Literal } from './literals.ts';
import type { Random } from './random.ts';

/** Values that stand several times in a problem mostly have to stay the same number; square-free parts of radicands always. */
export interface Drawn {
  readonly byText: Map<string, string>;
  readonly roots: Map<bigint, bigint>;
  readonly isConsistent: boolean;
}

/** Another number for the place of this one: as long, as decimal, as round, and fit for what it is for. */
export function drawNumber({ text, role }: Literal, random: Random, drawn: Drawn): string {
  const key = `${role === 'radicand' || role === 'exponent' || role === 'logarithmBase' ? role : ''}${text}`;
  const known = drawn.isConsistent || role !== 'plain' ? drawn.byText.get(key) : undefined;
  if (known !== undefined) return known;
  const value = draw(text, role, random, drawn);
  drawn.byText.set(key, value);
  return value;
}

function draw(text: string, role: Literal['role'], random: Random, drawn: Drawn): string {
  switch (role) {
    case 'fixed':
    case 'base':
      return text;
    case 'exponent':
      return drawExponent(Number(text), random).toString();
    case 'logarithmBase':
      return text === '10' ? text : random.pick(['2', '3', '5', '2', '3', '4']);
    case 'angle':
      return random.pick(['30', '45', '60', '90', '120', '135', '150', '180']);
    case 'places':
      return random.between(1, 4).toString();
    case 'nearest':
      return /^10+$/.test(text) ? `1${'0'.repeat(random.between(1, Math.max(2, text.length)))}` : text;
    case 'hour':
      return random.between(1, Number(text) > 12 ? 23 : 12).toString();
    case 'minute':
      return random.between(1, 59).toString().padStart(2, '0');
    case 'radicand':
      return /^\d{1,15}$/.test(text) ? drawRadicand(BigInt(text), random, drawn) : drawPlain(text, random);
    case 'plain':
      return drawPowerLike(text, random, drawn) ?? drawPlain(text, random);
  }
}

/** 32 of base 2 becomes 27 of base 3, and 49 another square: half of the time, where a power stood. */
function drawPowerLike(text: string, random: Random, { byText }: Drawn): string | undefined {
  // A single digit is mostly no more than that.
  if (!/^\d{1,9}$/.test(text) || random.chance(text.length === 1 ? 0.85 : 0.5)) return undefined;
  const value = BigInt(text);
  for (const [key, base] of byText) {
    const before = Number(/^logarithmBase(\d+)$/.exec(key)?.[1] ?? '0');
    const isPower =
      before > 1 &&
      value >= 4n &&
      Number.isInteger(Math.round((1e9 * Math.log(Number(value))) / Math.log(before)) / 1e9);
    if (isPower) return (BigInt(base) ** BigInt(random.between(2, 5))).toString();
  }
  for (const index of [4, 3, 2]) {
    const root = value < 4n ? undefined : integerRoot(value, index);
    if (root !== undefined)
      return (BigInt(random.between(2, Math.max(Number(root) + 2, index === 2 ? 9 : 5))) ** BigInt(index)).toString();
  }
  return undefined;
}

function drawExponent(exponent: number, random: Random): number {
  if (exponent > 12 && exponent < 200) return random.between(Math.ceil(exponent / 2), exponent * 2);
  if (exponent < 2 || exponent > 12 || random.chance(0.75)) return exponent;
  return Math.max(2, exponent + random.pick([-1, 1]));
}

/** 50 = 5²·2 becomes s²·f with other s and f; what had no square keeps none, and like roots stay alike. */
function drawRadicand(value: bigint, random: Random, drawn: Drawn): string {
  if (value < 2n) return value.toString();
  const { outside, inside } = splitPower(value, 2);
  const root = inside === 1n ? 1n : (drawn.roots.get(inside) ?? random.pick([2n, 3n, 5n, 6n, 7n, 10n, 11n]));
  drawn.roots.set(inside, root);
  const square = outside === 1n ? 1n : BigInt(random.between(2, Math.max(6, Math.min(20, Number(outside) + 2))));
  return (square * square * root).toString();
}

function drawPlain(text: string, random: Random): string {
  const [whole = '', decimals] = text.split('.');
  if (decimals !== undefined) {
    // 0.375 is a fraction with a small denominator, most decimals aren't.
    if (decimals.length === 3 && random.chance(0.5)) return `${whole}.${random.pick(['125', '375', '625', '875'])}`;
    const digits = [...decimals].map((_, index) => random.between(index === decimals.length - 1 ? 1 : 0, 9).toString());
    return `${/^0*$/.test(whole) ? whole : drawWhole(whole, random)}.${digits.join('')}`;
  }
  return drawWhole(whole, random);
}

function drawWhole(text: string, random: Random): string {
  if (text === '0') return text;
  if (text === '1') return random.chance(0.75) ? text : random.between(2, 9).toString();
  const zeros = /^\d+?(0*)$/.exec(text)?.[1] ?? '';
  const head = text.slice(0, text.length - zeros.length);
  const keepsZeros = zeros.length > 0 && random.chance(0.7);
  const source = keepsZeros ? head : text;
  if (source.length > 15) {
    const digits = [...source].map((_, index) => random.between(index === 0 ? 1 : 0, 9).toString()).join('');
    return digits + (keepsZeros ? zeros : '');
  }
  const value = Number(source);
  const least = source.length === 1 ? (keepsZeros ? 1 : 2) : Math.max(10 ** (source.length - 1), Math.floor(value / 2));
  const most = source.length === 1 ? 9 : Math.min(10 ** source.length - 1, value * 2);
  return random.between(least, most).toString() + (keepsZeros ? zeros : '');
}
