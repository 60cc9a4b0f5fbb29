import type { Kind } from '../kind.ts';
import { averageKind } from './averageKind.ts';
import { baseArithmeticKind, baseConversionKind } from './baseKind.ts';
import { changeFormKind } from './changeFormKind.ts';
import { clockKind } from './clockKind.ts';
import { convertUnitKind } from './convertUnitKind.ts';
import { decideKind } from './decideKind.ts';
import { digitKind } from './digitKind.ts';
import { evaluateKind } from './evaluateKind.ts';
import { functionKind } from './functionKind.ts';
import { gcdKind } from './gcdKind.ts';
import { integerDivisionKind } from './integerDivisionKind.ts';
import { isPrimeKind } from './isPrimeKind.ts';
import { lcmKind } from './lcmKind.ts';
import { certifiedOrderKind } from './certifiedOrder.ts';
import { closestKind, kthKind, sortKind } from './orderKinds.ts';
import { percentageKind } from './percentageKind.ts';
import { primeFactorsKind } from './primeFactorsKind.ts';
import { ratioKind } from './ratioKind.ts';
import { roundKind } from './roundKind.ts';
import { sequenceKind } from './sequenceKind.ts';
import { urnKind } from './urnKind.ts';

/** Everything about numbers: arithmetic, number theory, units, order, sequences, drawing from an urn. The special before the general. */
export const numberKinds: readonly Kind[] = [
  gcdKind,
  lcmKind,
  integerDivisionKind,
  isPrimeKind,
  primeFactorsKind,
  digitKind,
  roundKind,
  baseConversionKind,
  baseArithmeticKind,
  convertUnitKind,
  clockKind,
  decideKind,
  sortKind,
  kthKind,
  certifiedOrderKind,
  closestKind,
  sequenceKind,
  urnKind,
  percentageKind,
  ratioKind,
  changeFormKind,
  averageKind,
  evaluateKind,
  functionKind,
];
