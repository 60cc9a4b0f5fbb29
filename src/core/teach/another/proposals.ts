import type { NextMove } from '../../solve/builtin.ts';
import { type Drawn, drawNumber } from './drawNumber.ts';
import { fitted } from './fit.ts';
import { literalsOf, replaceLiterals } from './literals.ts';
import { withOtherRoots } from './newRoots.ts';
import { withOtherSigns } from './otherSigns.ts';
import type { Random } from './random.ts';
import { specialVariant, withCoefficients, withOtherWave } from './special.ts';

/** Texts that may be variants of a problem; whether they are is found by reading and solving them. */
export function* proposals(text: string, original: NextMove, random: Random, count: number): Generator<string> {
  const makers = makersFor(text, original, random);
  for (let round = 0; round < count; round += 1) {
    for (const make of makers) {
      const made = make(round);
      if (made !== undefined) yield made;
    }
  }
}

type Maker = (round: number) => string | undefined;

/** The most fitting first; what gives nothing for a problem costs little. */
function makersFor(text: string, original: NextMove, random: Random): readonly Maker[] {
  const { reading } = original;
  const { kind } = reading.task;
  const keepsPowers = steadyKinds.has(kind);
  const anew = (): string =>
    withOtherNumbers(random.chance(0.4) ? withOtherSigns(text, random) : text, random, keepsPowers);
  const isWave = /\b(?:sin|cos)\b/.test(text) && !text.includes('°');
  const isSolving = kind === 'solve';
  const makers: readonly [boolean, Maker][] = [
    [true, () => specialVariant(text, reading, random)],
    [isSolving || kind === 'evaluate' || reading.givens.length > 0, (round) => fitted(anew(), original, random, round)],
    [!isNumeric(original), () => withOtherRoots(text, random, kind === 'limit')],
    // Few angles have values that can be written down.
    [!(isWave && isSolving), anew],
    [!(isWave && isSolving), (round) => (round % 3 === 0 ? withCoefficients(anew(), random) : undefined)],
    [isWave, (round) => (round % 4 === 0 ? withOtherWave(withOtherSigns(text, random)) : undefined)],
    [text.includes('°') || text.includes('\\circ'), () => withOtherWave(anew())],
    [isWave && isSolving, (round) => (round % 4 === 0 ? withOtherSigns(text, random) : undefined)],
  ];
  return makers.flatMap(([isFit, make]) => (isFit ? [make] : []));
}

/** Another power makes these another kind of question. */
const steadyKinds: ReadonlySet<string> = new Set([
  'solve',
  'integral',
  'limit',
  'factor',
  'partialFractions',
  'extrema',
]);

function isNumeric({ reading }: NextMove): boolean {
  return reading.task.kind === 'evaluate' && reading.givens.length === 0;
}

/** Other numbers in all the places. */
function withOtherNumbers(text: string, random: Random, keepsPowers: boolean): string {
  const drawn: Drawn = { byText: new Map(), roots: new Map(), isConsistent: random.chance(0.6) };
  const literals = literalsOf(text).filter(({ role }) => !(keepsPowers && role === 'exponent'));
  return replaceLiterals(
    text,
    literals.map((literal) => ({ literal, text: drawNumber(literal, random, drawn) })),
  );
}
