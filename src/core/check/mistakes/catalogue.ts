import type { MistakeEntry } from './entry.ts';
import { arithmeticEntries } from './entries/arithmetic.ts';
import { bracketEntries } from './entries/brackets.ts';
import { cancellingEntries } from './entries/cancelling.ts';
import { mixedNumberEntries } from './entries/mixedNumbers.ts';
import { moveEntries } from './entries/moves.ts';
import { solvingEntries } from './entries/solving.ts';
import { derivativeEntries } from './entries/derivatives.ts';
import { integralEntries } from './entries/integrals.ts';
import { percentageEntries } from './entries/percentages.ts';
import { fractionEntries } from './entries/fractions.ts';
import { powerEntries } from './entries/powers.ts';
import { signEntries } from './entries/signs.ts';
import { termEntries } from './entries/terms.ts';
import { unitEntries } from './entries/units.ts';

/** All known wrong rewritings. Of two explanations that are as simple as each other, the one that stands first is told. */
export const catalogue: readonly MistakeEntry[] = [
  ...signEntries,
  ...bracketEntries,
  ...fractionEntries,
  ...cancellingEntries,
  ...mixedNumberEntries,
  ...powerEntries,
  ...termEntries,
  ...moveEntries,
  ...solvingEntries,
  ...derivativeEntries,
  ...integralEntries,
  ...percentageEntries,
  ...unitEntries,
  ...arithmeticEntries,
];
