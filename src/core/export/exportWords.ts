import type { Verdict } from '../session/step.ts';
import { verdictPhrase } from './verdictPhrase.ts';

/** The words around the steps, in the reader's language. */
export interface ExportWords {
  readonly problem: string;
  readonly step: string;
  readonly answer: string;
  /** After an answer that was not checked exactly. */
  readonly notVerified: string;
  readonly verdict: (verdict: Verdict) => string;
}

export const englishWords: ExportWords = {
  problem: 'Problem',
  step: 'Step',
  answer: 'Answer',
  notVerified: 'not verified',
  verdict: verdictPhrase,
};
