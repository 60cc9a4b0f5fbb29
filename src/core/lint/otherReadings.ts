import { evaluate } from '../math/evaluate.ts';
import { num } from '../math/build.ts';
import type { Expr } from '../math/expr.ts';
import { rational } from '../math/rational.ts';
import { contains, mapChildren } from '../math/tree.ts';
import type { Claim } from '../solve/derivation.ts';
import { areCongruent } from './claims/leeway.ts';
import type { FoundClaim } from './finding.ts';
import type { Notation } from './notation.ts';

/** What a claim looks like when it is written in a way that has a second meaning somewhere. */
const unsure: readonly RegExp[] = [
  // Operations that everybody defines anew.
  /\\(?:star|ast|diamond|bullet|odot|oplus|otimes|ominus|uplus|boxplus|boxtimes|bowtie|Box|triangle|square|dagger)(?![A-Za-z])/,
  // Something to be filled in.
  /_\s*_|\?|□|\\underline\s*\{\s*(?:\\[a-z]+\s*)*\}/,
  // f ∘ g; a degree is raised.
  /(?<![\^{])\s*\\circ\s*[\d({\\]/,
  // Double factorials.
  /!\s*!/,
  // Numbers of other bases in programs.
  /(?<![\d.])0[xXbBoO][\da-fA-F]/,
  // 6/2(1+2)
  /(?:\/|÷|\\div(?![A-Za-z]))\s*\d+(?:\.\d+)?\s*(?:\\left\s*)?\(/,
  // φ, σ, τ, Γ and their like.
  /\\(?:phi|varphi|sigma|tau|mu|Gamma|zeta|omega|Omega|Lambda|lambda|psi|Psi|Phi|beta|eta|theta|chi|delta|epsilon)\s*(?:\\left\s*)?\(/,
  // 17 \% 5
  /%\s*[\d(]/,
  /\b(?:integer|floor|whole[- ]number|euclidean) (?:division|arithmetic)\b/i,
];

/** What goes on behind a claim in the same formula. */
const withinFormula = /^[^$=<>,;\n]*?(?=\\[)\]]|[$=<>,;\n]|$)/;

/** A claim as it stands in its document, with what is beside it. */
export interface Written {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/**
 * Whether a claim that is wrong as it is read is right in a way that the document, or the writing itself, allows for. A
 * squiggle needs a claim that is wrong in every reading.
 */
export function isRightOtherwise(claim: FoundClaim, written: Written, notation: Notation): boolean {
  const { before, text, after } = written;
  const whole = text + (withinFormula.exec(after)?.[0] ?? '');
  if (unsure.some((pattern) => pattern.test(claim.text) || pattern.test(whole))) return true;
  if (notation.hasPrimes && /\\pi\s*(?:\\left\s*)?\(|π\s*\(/.test(whole)) return true;
  if (notation.operations.some((sign) => claim.text.includes(sign) || text.includes(sign))) return true;
  // `0,5 · 2 = 1` was read from the five on: what stands directly beside a comma or a point belongs to a number.
  if (/\d[.,]$/.test(before) || /^[.,]\d/.test(after)) return true;
  if (areTwoCases(claim.claim)) return true;
  const sides = sidesOf(claim);
  if (sides === undefined) return false;
  const { left, right } = sides;
  if (notation.isBoolean && [left, right].every(isOfBits)) return true;
  if (notation.moduli.some((modulus) => areCongruent(left, right, modulus))) return true;
  return readings(notation).some((read) => {
    const [p, q] = [read(left), read(right)];
    return (p !== left || q !== right) && isNear(evaluate(p), evaluate(q));
  });
}

/** x = 3 and x = -3 below each other: nobody rewrites one finished value as another. */
function areTwoCases(claim: Claim): boolean {
  if (claim.type !== 'equivalent' && claim.type !== 'implies') return false;
  const [from, to] = [finishedLetter(claim.from), finishedLetter(claim.to)];
  return from !== undefined && from === to;
}

/** The letter of `x = 3`, whose value is as simple as it can be. */
function finishedLetter(expr: Expr): string | undefined {
  if (expr.kind !== 'relation' || expr.operands.length !== 2 || expr.operators[0] !== '=') return undefined;
  const [letter, value] = expr.operands;
  return letter?.kind === 'symbol' && value !== undefined && isFinished(value) ? letter.name : undefined;
}

function isFinished(value: Expr): boolean {
  if (value.kind === 'negate') return isFinished(value.operand);
  if (value.kind !== 'divide') return value.kind === 'number' || value.kind === 'root' || value.kind === 'constant';
  const { numerator, denominator } = value;
  if (numerator.kind !== 'number' || denominator.kind !== 'number') return false;
  // In lowest terms: 6/2 would still be worked out.
  return numerator.value.div(denominator.value).n === numerator.value.n;
}

function sidesOf({ claim }: FoundClaim): { left: Expr; right: Expr } | undefined {
  if (claim.type === 'equal') return claim;
  if (claim.type !== 'holds' || claim.statement.kind !== 'relation') return undefined;
  const [left, right, more] = claim.statement.operands;
  return left !== undefined && right !== undefined && more === undefined ? { left, right } : undefined;
}

type Reading = (expr: Expr) => Expr;

function readings({ logBases }: Notation): readonly Reading[] {
  return [inDegrees, withoutPoints, ...[Math.E, 2, ...logBases].map((base) => withBase(base))];
}

const trigonometric: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

/** sin 30 = 1/2 */
function inDegrees(expr: Expr): Expr {
  return rewritten(expr, (node) => {
    const [angle] = node.kind === 'call' && trigonometric.has(node.name) ? node.args : [];
    if (node.kind !== 'call' || angle === undefined || contains(angle, isAngle)) return node;
    return { ...node, args: [{ kind: 'quantity', value: angle, unit: '°' }] };
  });
}

function isAngle(node: Expr): boolean {
  return node.kind === 'quantity' || (node.kind === 'constant' && node.name === 'pi');
}

/** 1.234 + 1 = 1.235, where the point separates thousands. */
function withoutPoints(expr: Expr): Expr {
  return rewritten(expr, (node) =>
    node.kind === 'number' && /^[1-9]\d{0,2}\.\d{3}$/.test(node.text) ? num(node.value.mul(rational(1000n))) : node,
  );
}

/** A logarithm without a base. */
function withBase(base: number): Reading {
  return (expr) =>
    rewritten(expr, (node) => {
      if (node.kind !== 'call' || node.name !== 'log' || node.args.length !== 1) return node;
      const [argument] = node.args;
      if (argument === undefined) return node;
      if (base === Math.E) return { ...node, name: 'ln' };
      return { ...node, args: [argument, num(BigInt(Math.round(base)))] };
    });
}

/** The tree with its outermost nodes changed; one in which nothing changes is given back as it is. */
function rewritten(expr: Expr, change: (node: Expr) => Expr): Expr {
  const changed = new Set<Expr>();
  const visit = (node: Expr): Expr => {
    const other = change(node);
    if (other === node) return mapChildren(node, visit);
    changed.add(other);
    return other;
  };
  const result = visit(expr);
  return changed.size === 0 ? expr : result;
}

function isOfBits(expr: Expr): boolean {
  return !contains(expr, (node) => node.kind === 'number' && node.text !== '0' && node.text !== '1');
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(a), Math.abs(b), 1e-9);
}
