import assert from 'node:assert/strict';
import type { LineVerdict } from '../../../../src/core/check/work/judgement.ts';
import { settingDefaults, validSetting } from '../../../../src/host/settingsTable.ts';
import { explanationPage } from '../../../../src/host/words/explanationWords.ts';
import { hoverMarkdown, plainWords } from '../../../../src/host/words/plainWords.ts';
import { lensWords, lineHover, shortSummary, summaryWords, wrongWords } from '../../../../src/host/words/workWords.ts';

const t = (message: string, ...args: (string | number)[]): string =>
  message.replace(/\{(\d)\}/g, (_, place: string) => String(args[Number(place)]));
const wrong: LineVerdict = {
  kind: 'invalid',
  how: 'symbolic',
  relation: 'different',
  evidence: '$x = 11$ satisfies the line before, but not this one.',
  from: 1,
};

describe('words about checked work', () => {
  it('sum up a check in one line', () => {
    assert.equal(summaryWords({ right: 3, unchecked: 0 }, t), '3 lines right');
    assert.equal(summaryWords({ right: 1, unchecked: 2 }, t), '1 line right, 2 not checkable');
    assert.equal(summaryWords({ right: 0, unchecked: 1 }, t), '1 not checkable');
    assert.equal(summaryWords({ right: 0, unchecked: 0 }, t), 'There is nothing here that can be checked.');
    const failed = { line: 4, message: 'The sign was lost.' };
    assert.equal(
      summaryWords({ right: 3, unchecked: 0, wrong: failed }, t),
      '3 lines right, your line 4 is wrong: The sign was lost.',
    );
    assert.equal(
      summaryWords({ right: 0, unchecked: 2, wrong: failed }, t),
      'Your line 4 is wrong: The sign was lost.',
    );
    assert.equal(summaryWords({ right: 2, unchecked: 0, needs: '$x \\neq 2$' }, t), '2 lines right, if $x \\neq 2$');
  });

  it('leave the reason to the squiggle where there is no room', () => {
    const failed = { line: 4, message: 'The sign was lost.' };
    assert.equal(shortSummary({ right: 3, unchecked: 0, wrong: failed }, t), '3 lines right, your line 4 is wrong');
    assert.equal(shortSummary({ right: 0, unchecked: 0, wrong: failed }, t), 'Your line 4 is wrong');
    assert.equal(shortSummary({ right: 2, unchecked: 0 }, t), '2 lines right');
  });

  it('fit on a lens', () => {
    assert.equal(lensWords({ right: 3, unchecked: 0 }, t), '$(check)\u00a03 lines right');
    assert.equal(lensWords({ right: 0, unchecked: 1 }, t), '$(circle-large-outline)\u00a0Not checkable');
    assert.match(lensWords({ right: 3, unchecked: 0, wrong: { line: 4, message: '' } }, t), /Your line 4 is wrong/);
  });

  it('name the mistake before the witness, and always say something', () => {
    const mistake = { id: 'sign-lost', text: 'The sign was lost.' };
    assert.equal(wrongWords({ ...wrong, mistake }, t), `The sign was lost. ${wrong.evidence!}`);
    assert.equal(wrongWords(wrong, t), wrong.evidence);
    for (const relation of ['different', 'loses-solutions', 'adds-solutions'] as const) {
      assert.notEqual(wrongWords({ kind: 'invalid', how: 'none', relation }, t), '');
    }
  });

  it('say over a line how it was checked, and over a wrong one not again why', () => {
    const right: LineVerdict = {
      ...wrong,
      kind: 'proved',
      relation: 'equivalent',
      evidence: 'Same up to a factor.',
      from: -1,
    };
    const hover = lineHover({ ...right, needs: '$x \\neq 2$' }, t);
    assert.equal(hover, 'This follows from the problem. It holds if $x \\neq 2$.');
    assert.equal(
      lineHover({ ...right, evidence: 'Both lines say the same.', from: 0 }, t),
      'This follows from your line 1.',
    );
    assert.match(
      lineHover({ ...right, evidence: 'The constant $C$ is missing.' }, t),
      /The constant \$C\$ is missing\.$/,
    );
    const adds: LineVerdict = { ...right, relation: 'adds-solutions', evidence: '$x = -2$ satisfies this line only.' };
    assert.match(lineHover(adds, t), /more solutions/);
    assert.ok(!lineHover(adds, t).includes('-2'));
    const unread: LineVerdict = { kind: 'unknown', how: 'none', evidence: 'I expected a number here.' };
    assert.equal(lineHover(unread, t), 'Not checkable. I expected a number here.');
    assert.ok(!lineHover(wrong, t).includes('satisfies'));
    assert.match(lineHover(wrong, t), /Compared with your line 2\./);
  });
});

describe('words where no formula can be drawn', () => {
  it('are plain in a diagnostic', () => {
    assert.equal(plainWords('For $x = \\frac{1}{2}$ it **is** `1`.'), 'For x = 1/2 it is 1.');
    assert.equal(plainWords('$x^2 \\le 4$ and \\(y \\ne 1\\)'), 'x² ≤ 4 and y ≠ 1');
    assert.equal(plainWords('$\\sqrt{9+16} \\approx \\sqrt{2}\\pi$'), '√(9+16) ≈ √2 π');
    assert.equal(plainWords('It costs \\$5 and \\$7.'), 'It costs $5 and $7.');
  });

  it('are code in a hover', () => {
    assert.equal(hoverMarkdown('For $x = 2$ it **is**.'), 'For `x = 2` it **is**.');
  });
});

describe('an explanation', () => {
  it('shows the claim, says each thing once, and how it was checked', () => {
    const page = explanationPage('$1 + 1 = 3$', wrong.evidence!, wrong, t);
    assert.match(page, /\$\$\n1 \+ 1 = 3\n\$\$/);
    assert.equal(page.split(wrong.evidence!).length, 2);
    assert.match(page, /How it was checked/);
    assert.match(page, /`% thunk-ignore`/);
  });

  it('draws rows of an alignment, and quotes what is in words', () => {
    assert.match(explanationPage('\\frac{1}{2} &= 1', '', wrong, t), /\\begin\{aligned\}\n\\frac\{1\}\{2\} &= 1\n/);
    assert.match(explanationPage('so 1+1 = 3', '', wrong, t), /^> so 1\+1 = 3$/m);
  });
});

describe('settings of checking', () => {
  it('count as their default where they hold anything else', () => {
    assert.equal(validSetting('linter.severity', 'loud'), 'warning');
    assert.deepEqual(validSetting('linter.languages', ['tex', 7]), settingDefaults['linter.languages']);
    assert.deepEqual(validSetting('linter.languages', ['tex']), ['tex']);
    assert.equal(validSetting('check.decimalMark', 'comma'), 'comma');
    assert.equal(validSetting('check.assume', 'quaternion'), 'real');
    assert.equal(validSetting('check.recheck', 1), 'afterPause');
    assert.equal(validSetting('hints.askFirst', 'yes'), false);
  });
});
