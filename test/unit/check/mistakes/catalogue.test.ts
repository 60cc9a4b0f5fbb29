import assert from 'node:assert/strict';
import katex from 'katex';
import { checkClaim } from '../../../../src/core/check/claims.ts';
import { catalogue } from '../../../../src/core/check/mistakes/catalogue.ts';
import { inBaseUnits } from '../../../../src/core/check/mistakes/inBaseUnits.ts';
import { nameMistake } from '../../../../src/core/check/mistakes/nameMistake.ts';
import type { Expr } from '../../../../src/core/math/expr.ts';
import { parseMath } from '../../../../src/core/math/read/parseMath.ts';
import { unitOf } from '../../../../src/core/solve/read/unitNames.ts';
import { freeSymbols } from '../../../../src/core/math/tree.ts';

function read(text: string): Expr {
  const reading = parseMath(text, { unitOf });
  if (reading.type === 'failed') assert.fail(`${text}: ${reading.message}`);
  return reading.expr;
}

function verdictOf(before: Expr, after: Expr): string {
  const [from, to] = [inBaseUnits(before), inBaseUnits(after)];
  const isStatement = ['relation', 'or', 'and'].includes(from.kind);
  const unknowns = freeSymbols(from).slice(0, 1);
  return isStatement
    ? checkClaim({ type: 'equivalent', from, to, unknowns }).kind
    : checkClaim({ type: 'equal', left: from, right: to }).kind;
}

/** The formulas of a sentence. */
function formulasOf(text: string): readonly string[] {
  return [...text.matchAll(/\$([^$]+)\$/g)].map(([, formula = '']) => formula);
}

describe('the catalogue of mistakes', () => {
  it('has one entry an id', () => {
    const ids = catalogue.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  for (const { id, example, sentence } of catalogue) {
    describe(id, () => {
      const [from, to] = [read(example.from), read(example.to)];

      it('has an example that is wrong', () => {
        assert.equal(verdictOf(from, to), 'invalid');
      });

      it('names its example, in TeX that can be drawn', () => {
        const mistake = nameMistake(from, to);
        assert.equal(mistake?.id, id, mistake?.text);
        assert.doesNotMatch(mistake.text.replace(/\$[^$]+\$/g, ''), /[{}$]/);
        for (const formula of formulasOf(mistake.text))
          katex.renderToString(formula, { throwOnError: true, strict: 'error' });
        katex.renderToString(mistake.right ?? '', { throwOnError: true, strict: 'error' });
      });

      it('does not give away what is right', () => {
        const mistake = nameMistake(from, to);
        assert.ok(mistake?.right !== undefined);
        const right = read(mistake.right);
        const answers = right.kind === 'relation' ? [right, ...right.operands] : [right];
        const known = from.kind === 'relation' ? [...from.operands, from] : [from];
        for (const formula of formulasOf(mistake.text)) {
          const told = parseMath(formula);
          if (told.type !== 'parsed') continue;
          const isTold = answers.some(
            (answer) => JSON.stringify(stripped(answer)) === JSON.stringify(stripped(told.expr)),
          );
          const wasThere = known.some((part) =>
            JSON.stringify(stripped(part)).includes(JSON.stringify(stripped(told.expr))),
          );
          assert.ok(!isTold || wasThere, `${formula} is what is right`);
        }
      });

      it('has one sentence', () => {
        assert.match(sentence, /^[A-Z{].*[^.]\.$/);
        assert.doesNotMatch(sentence.slice(0, -1), /\.\s/);
        assert.equal(nameMistake(from, from), undefined);
      });
    });
  }
});

function stripped(expr: Expr): unknown {
  return JSON.parse(
    JSON.stringify(expr, (key, value: unknown) =>
      key === 'span' || key === 'notation' || key === 'style' || key === 'sign'
        ? undefined
        : typeof value === 'bigint'
          ? value.toString()
          : value,
    ),
  );
}
