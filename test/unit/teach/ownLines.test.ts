import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hintAfter } from './support.ts';

async function stepAfter(text: string, ...lines: string[]): Promise<string> {
  const hint = await hintAfter(text, [], 4, { lines });
  return 'type' in hint ? hint.detail : hint.text;
}

describe('a hint for the line after the learner’s own', () => {
  const equation = 'Solve 3(x - 2) = 2x + 5 for x.';

  it('goes on from a line of the solver’s way', async () => {
    assert.match(await stepAfter(equation, '3x - 6 = 2x + 5'), /Subtract \$2x\$[^]*x - 6 = 5/);
    assert.match(await stepAfter(equation, '$3x - 6 = 2x + 5$', 'So $5 = x - 6$'), /Add \$6\$[^]*x = 11/);
    assert.match(await stepAfter('Solve x^2 + 3x - 40 = 0.', '(x+8)(x-5) = 0'), /x = -8/);
  });

  it('goes on from a right line of another way', async () => {
    assert.match(await stepAfter(equation, '3x - 6 = 2x + 5', '3x = 2x + 11'), /x = 11/);
    assert.match(await stepAfter('Solve x^2 + 3x - 40 = 0.', 'x + 8 = 0 or x - 5 = 0'), /x = -8/);
    assert.match(await stepAfter('Calculate (17 - 5)*(3 + 8)/6.', '= 12*11/6', '= 132/6'), /22/);
    assert.match(await stepAfter('Expand $(2x - 3)(x + 4)$.', '= 2x^2 + 8x - 3x - 12'), /5x/);
    assert.match(await stepAfter('Differentiate x^3 - 4x^2 + 7.', "f'(x) = 3x^2 - 4*2x"), /8x/);
  });

  it('looks at the place in the learner’s line', async () => {
    const hint = await hintAfter('Expand $(2x - 3)(x + 4)$.', [], 2, { lines: ['= 2x^2 + 8x - 3x - 12'] });
    assert.ok(!('type' in hint));
    assert.match(hint.text, /\$8x\$ and \$-3x\$/);
  });

  it('sends back to a wrong line and to one that answers already', async () => {
    assert.match(await stepAfter(equation, '3x - 2 = 2x + 5'), /does not follow/);
    assert.match(
      await stepAfter(equation, '3x - 2 = 2x + 5', 'x = 7'),
      /line 1 does not follow|last line does not follow/,
    );
    assert.match(await stepAfter(equation, 'x = 11'), /already answers/);
    assert.match(await stepAfter('Solve 2x + y = 7, x - y = 2 for x and y.', 'y = x - 2'), /keep the other lines/);
    assert.match(await stepAfter(equation, 'hello there'), /can’t read/);
    assert.match(await stepAfter(equation, 'y = 3'), /not on a way that I know|does not follow/);
  });
});
