import type { Expr } from '../../math/expr.ts';
import { contains } from '../../math/tree.ts';
import type { ReadResult } from '../task.ts';

const numbers =
  '(integers|naturals|natural numbers|whole numbers|rationals|rational numbers|primes|prime numbers|even numbers|odd numbers)';
const kinds = '(?:positive|negative|non-?negative|non-?zero|even|odd|all)';

/** Where a text restricts the solutions to a kind of number. */
const restrictions: readonly RegExp[] = [
  new RegExp(
    `\\b(?:in|over|on|for|among|within|using)\\s+(?:the\\s+)?(?:set\\s+of\\s+)?(?:${kinds}\\s+)*${numbers}\\b`,
    'i',
  ),
  /\b(integer|integral|natural|whole[ -]number|rational|prime|even|odd)\s+(?:numbers?\s+)?(?:solutions?|roots?|zeros?|values?)\b/i,
  /\b(?:is|are|be|being)\s+(?:an?\s+)?(?:(?:positive|negative|non-?negative|non-?zero)\s+)?(integers?|natural(?: numbers?)?|whole(?: numbers?)?|rational(?: numbers?)?|prime(?: numbers?)?|even|odd)\b/i,
  /\b(integers?)\s+\$?[a-z]\b/i,
  /(?:\\in\b|∈|\bin)\s*(\\mathbb\s*\{?\s*[ZNQP]|\\[ZNQ]\b|ℤ|ℕ|ℚ|[ZNQ]\b)/,
];

const names: Readonly<Record<string, string>> = {
  ...{ z: 'integers', n: 'natural numbers', q: 'rational numbers', p: 'prime numbers', ℤ: 'integers' },
  ...{ ℕ: 'natural numbers', ℚ: 'rational numbers' },
};

/** The sentence that refuses a text which restricts its solutions in a way that the task can't say. */
export function restrictionIn(text: string, result: ReadResult): string | undefined {
  if (result.type === 'read') {
    const { task } = result.reading;
    if (task.kind !== 'solve') return undefined;
    const { statements } = task;
    if (statements.some((statement) => contains(statement, isRemainder))) {
      return 'I can solve equations between numbers, not yet congruences modulo a number.';
    }
    if (statements.some(hasInfiniteSide)) return 'Infinity is not a number, so no equation can have it as a side.';
  } else if (!/\b(?:solv|solution|root|zero|find\b)/i.test(text)) return undefined;
  for (const restriction of restrictions) {
    const found = restriction.exec(text)?.[1];
    if (found !== undefined) return `I can solve over the real or complex numbers, not yet over the ${plural(found)}.`;
  }
  return undefined;
}

function plural(word: string): string {
  const lower = word.toLowerCase().replace(/\s+/g, ' ');
  const set = names[lower.replace(/\\mathbb|[\s{}\\]/g, '')];
  if (set !== undefined) return set;
  if (lower.startsWith('integ')) return 'integers';
  const adjective = /^(natural|whole|rational|prime|even|odd)/.exec(lower)?.[1] ?? lower;
  return `${adjective} numbers`;
}

function isRemainder(node: Expr): boolean {
  return node.kind === 'call' && node.name === 'mod';
}

/** x = ∞, but not x < ∞. */
function hasInfiniteSide(statement: Expr): boolean {
  return contains(
    statement,
    (node) =>
      node.kind === 'relation' &&
      node.operators.some((operator) => operator === '=' || operator === '!=') &&
      node.operands.some((operand) =>
        [operand.kind === 'negate' ? operand.operand : operand].some(
          (side) => side.kind === 'constant' && side.name === 'infinity',
        ),
      ),
  );
}
