import { compile } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';

const steps = 6;
const panels = 3.4;

/**
 * The integral by doubles with the tanh-sinh rule (Takahasi and Mori 1974), which stands poles at the ends; undefined
 * where the values do not settle. Infinite bounds are brought to [0, 1) by x = a + t/(1 - t).
 */
export function quadrature(f: Expr, x: string, from: number, to: number): number | undefined {
  const value = compile(f, [x]);
  const at = (point: number): number => value([point]);
  if (from === to) return 0;
  if (from > to) {
    const turned = quadrature(f, x, to, from);
    return turned === undefined ? undefined : -turned;
  }
  if (from === -Infinity && to === Infinity) {
    const [left, right] = [quadrature(f, x, -Infinity, 0), quadrature(f, x, 0, Infinity)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  if (to === Infinity) return settled((t) => at(from + t / (1 - t)) / (1 - t) ** 2, 0, 1);
  if (from === -Infinity) return settled((t) => at(to - t / (1 - t)) / (1 - t) ** 2, 0, 1);
  return settled(at, from, to);
}

function settled(f: (x: number) => number, from: number, to: number): number | undefined {
  let last = Number.NaN;
  for (let level = 3; level <= steps; level += 1) {
    const next = tanhSinh(f, from, to, 2 ** -level);
    if (Number.isNaN(next)) return undefined;
    if (Math.abs(next - last) <= 1e-8 * (1 + Math.abs(next))) return next;
    last = next;
  }
  return undefined;
}

function tanhSinh(f: (x: number) => number, from: number, to: number, step: number): number {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  let sum = 0;
  for (let k = Math.ceil(-panels / step); k <= panels / step; k += 1) {
    const t = k * step;
    const u = (Math.PI / 2) * Math.sinh(t);
    const point = middle + half * Math.tanh(u);
    if (point <= from || point >= to) continue;
    const weight = ((Math.PI / 2) * Math.cosh(t)) / Math.cosh(u) ** 2;
    const value = f(point);
    if (Number.isFinite(value)) sum += weight * value;
    else if (Math.abs(t) < 2) return Number.NaN;
  }
  return sum * half * step;
}
