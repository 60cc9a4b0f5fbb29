import assert from 'node:assert/strict';
import { lintDocument } from '../../../src/core/lint/lintDocument.ts';
import { missedTexts, rightTexts, wrongTexts } from './shortTexts.ts';

describe('short texts of many kinds', () => {
  it('underlines nothing that is right, quoted, supposed or asked', () => {
    for (const text of rightTexts) {
      for (const languageId of text.includes('`') ? ['markdown'] : ['markdown', 'latex']) {
        const found = lintDocument(text, languageId).findings.map(({ start, end }) => text.slice(start, end));
        assert.deepEqual(found, [], `${languageId}: ${text}`);
      }
    }
  }).timeout(20_000);

  it('underlines the one wrong claim, and no other', () => {
    for (const [text, wrong] of wrongTexts) {
      const { findings } = lintDocument(text, 'markdown');
      const at = text.lastIndexOf(wrong);
      const found = findings.map(({ start, end }) => text.slice(start, end));
      assert.equal(findings.length, 1, `${text}: ${found.join(' | ')}`);
      assert.ok(
        findings.some(({ start, end }) => start < at + wrong.length && at < end),
        `${text}: ${found.join(' | ')}`,
      );
    }
  }).timeout(20_000);

  it('keeps quiet where a wrong claim may be meant in another way', () => {
    for (const text of missedTexts) assert.deepEqual(lintDocument(text, 'markdown').findings, [], text);
  });

  it('puts the value in question into the message, and never speaks of lines where there is one formula', () => {
    const { findings } = lintDocument('So $3 + 4 = 7 + 2 = 10$ and $50 - 7.5 = 41.5$.', 'markdown');
    assert.deepEqual(
      findings.map(({ message }) => message),
      ['The left side is $9$, not $10$.', 'The left side is $42.5$, not $41.5$.'],
    );
    for (const [text] of wrongTexts.filter(([source]) => (source.match(/\$/g) ?? []).length === 2)) {
      for (const { message } of lintDocument(text, 'markdown').findings) assert.doesNotMatch(message, /line before/);
    }
  }).timeout(20_000);
});
