import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allRules, ruleOf } from '../../../src/core/solve/rules.ts';

describe('the words of rules', () => {
  it('name no number where the first two hints use them', () => {
    assert.ok(allRules.length > 200);
    for (const [id, { name, why, words, look, question }] of allRules) {
      for (const text of [name, words ?? why, look ?? '', question ?? ''])
        assert.doesNotMatch(text, /[\d²³⁰-⁹₀-₉]/, id);
      assert.doesNotMatch(`${look ?? ''}${question ?? ''}`, /\$/, id);
    }
  });

  it('are those of the question where an id stands in two tables', () => {
    assert.match(ruleOf('substitution', 'solve')?.name ?? '', /letter/);
    assert.equal(ruleOf('substitution', 'integral')?.name, 'Substitution');
    assert.equal(ruleOf('nothing-of-the-kind'), undefined);
  });
});
