import assert from 'node:assert/strict';
import { extractAnswer } from '../../../src/core/text/extractAnswer.ts';

const answer = (text: string): string | undefined => {
  const found = extractAnswer(text);
  assert.ok(found.how.length > 0);
  return found.type === 'found' ? found.answer : undefined;
};

describe('extractAnswer', () => {
  it('takes the last box, with the braces inside it', () => {
    assert.equal(answer('First $\\boxed{1}$.\n\nBut no: $\\boxed{\\frac{1}{\\sqrt{2}}}$.'), '\\frac{1}{\\sqrt{2}}');
    assert.equal(answer('\\boxed 7.'), '7');
    assert.equal(answer('never closed: $\\boxed{x = 1 \\text{ and } x = 2$ as said'), 'x = 1 \\text{ and } x = 2');
    assert.equal(answer('empty \\boxed{} but the answer is 4.'), '4');
  });

  it('joins boxes that are said together, once each', () => {
    assert.equal(answer('\\boxed{1},\\boxed{2} and \\boxed{3}'), '1, 2, 3');
    assert.equal(answer('$\\boxed{(98, 2)} \\quad \\text{and} \\quad \\boxed{(99, 503)}$'), '(98, 2), (99, 503)');
    assert.equal(answer('$\\boxed{(3, 3)} \\text{ for part (a) and } \\boxed{(1, 1)}$'), '(3, 3), (1, 1)');
    assert.equal(answer('$\\boxed{4}$, $\\boxed{4}$'), '4');
    assert.equal(answer('We had $\\boxed{4}$, then doubled it, so $\\boxed{8}$'), '8');
  });

  it('keeps a percent or degree sign behind the box', () => {
    assert.equal(answer('or $\\boxed{20}$ percent.'), '20 percent');
    assert.equal(answer('$\\boxed{30}^\\circ$'), '30 ^\\circ');
    assert.equal(answer('$\\boxed{20\\%}$ percent'), '20\\%');
  });

  it('reads the marks of data sets', () => {
    assert.equal(answer('3 + 4 = 7\n#### 7'), '7');
    assert.equal(answer('work\n#### 1,000\n'), '1,000');
    assert.equal(answer('work\n#ANSWER: x = 3'), 'x = 3');
    assert.equal(answer('#### Step 1\nAdd.\nSo the answer is 5.'), '5');
  });

  it('reads what is announced', () => {
    assert.equal(answer('Hence the answer is $\\frac12$. I hope it is correct.'), '$\\frac12$');
    assert.equal(answer('**Final Answer:** 42'), '42');
    assert.equal(answer('Final Answer: The final answer is 7.78. I hope it helps.'), '7.78');
    assert.equal(answer('The answer is not 5. The answer is 6.'), '6');
    assert.equal(answer('The correct answer is (B) 12.'), '(B) 12');
    assert.equal(answer('Thus $x <= 2$ is our answer.'), 'x <= 2');
    assert.equal(answer('Answer: 3.5'), '3.5');
  });

  it('takes what is bold near the end', () => {
    assert.equal(answer('Adding up we find\n\n**x = 5**'), 'x = 5');
    assert.equal(answer('**Step 1:** add 2 and 3.\nSo we get 5.'), '5');
  });

  it('takes the end of the last sentence', () => {
    assert.equal(answer('2x = 10. Therefore, x = 5.'), 'x = 5');
    assert.equal(answer('So we add.\nThe probability that she wins is 2/3.'), '2/3');
    assert.equal(answer('We find that $x \\neq 3$.'), 'x \\neq 3');
    assert.equal(
      answer('She pays $4 for it and gets $6 back, so she has 4+6=<<4+6=10>>10 dollars left.'),
      '10 dollars',
    );
    assert.equal(answer('n=-22\nChecking:\n7+11=18'), 'n=-22');
    assert.equal(answer('42'), '42');
    assert.equal(answer('even'), 'even');
  });

  it('leaves thinking out', () => {
    assert.equal(answer('<think>Maybe \\boxed{3}? No.</think>\nIt is $\\boxed{4}$.'), '4');
    assert.equal(answer('<think>It is \\boxed{4}'), '4');
    assert.equal(answer('thought without its mark \\boxed{3}</think> So \\boxed{5}'), '5');
    assert.equal(answer('The sum is 9.<|im_start|>user 12'), '9');
  });

  it('says that nothing was found, and never gives an empty answer', () => {
    for (const text of [
      '',
      '   \n',
      '$$',
      '\\boxed{}',
      '...',
      "I don't know how this can be done.",
      '####',
      'The answer is',
      '** **',
      '---',
    ]) {
      const found = extractAnswer(text);
      assert.ok(found.type === 'none' || found.answer.trim() !== '', text);
    }
    assert.equal(extractAnswer('').type, 'none');
    assert.equal(extractAnswer("I don't know how this can be done.").type, 'none');
  });

  it('takes no number out of words that make another one of it', () => {
    for (const text of [
      'It can not be 5.',
      'It takes all real numbers except 2.',
      'These are all integers greater than 5.',
      'It is the square root of 5.',
      "Let's start by drawing a picture of 3 houses and then",
      'It takes 15 hours to clean 45 rooms.',
    ])
      assert.notEqual(answer(text)?.replace(/\D/g, ''), /\d+/.exec(text)?.[0], text);
    assert.equal(answer('Hence the net proceeds of it all are $400 000 - $282 000 = $118 000.'), '$118 000');
    assert.equal(answer('Walking there takes 3 hours and 20 minutes.'), '3 hours and 20 minutes');
    assert.equal(answer('All of them meet there at 3:30 PM.'), '3:30 PM');
    assert.equal(answer('The town that they built has 5 million people in it.'), '5 million');
    assert.equal(answer('It is not 10, so there are 17 of them.'), '17 of them');
  });

  it('finds nothing where nothing is said', () => {
    for (const text of ['The answer is', 'Answer:', '\\boxed{ }', 'Hello!', 'The answer is ...', '7'.repeat(150_000)])
      assert.equal(answer(text), undefined, text.slice(0, 20));
  });

  it('reads marks in every dress', () => {
    assert.equal(answer('\\boxed{\\boxed{7}}'), '7');
    assert.equal(answer('\\textbf{Answer:} $12$'), '$12$');
    assert.equal(answer('Answer is 17, not 18.'), '17');
    assert.equal(answer('So the answer is 1/2 (about 0.5).'), '1/2');
    assert.equal(answer('Hence (A) is correct.'), 'A');
    assert.equal(answer('The equation of the line is y = 2x + 1.'), 'y = 2x + 1');
  });

  it('stays quick on long text', () => {
    const start = performance.now();
    for (const text of [
      '\\boxed{'.repeat(20_000),
      'the answer is '.repeat(15_000),
      '$'.repeat(100_000),
      '**'.repeat(50_000),
      'a. '.repeat(50_000),
      '<think>'.repeat(20_000),
      '#### '.repeat(30_000),
      'x=1, '.repeat(40_000),
      '1,'.repeat(90_000),
    ])
      extractAnswer(text);
    assert.ok(performance.now() - start < 10_000);
  });
});
