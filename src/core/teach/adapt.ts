import type { SessionEvent } from '../session/events.ts';
import type { Grain } from '../session/step.ts';
import type { HintLevel } from './hint.ts';

/** What a learner needed at one step, and what went well. `index` is that of the step before. */
export interface StepHistory {
  readonly index: number;
  /** The highest level taken; 0 for none. */
  readonly hint: number;
  readonly wrongLines: number;
  readonly rightLines: number;
  /** It was asked for again in smaller steps. */
  readonly isSplit: boolean;
}

export interface Adaptation {
  /** The level that the next press of Hint begins with. */
  readonly level: HintLevel;
  readonly grain: Grain;
  /** Said in the panel where something changes. */
  readonly sentence?: string | undefined;
}

const finer: Readonly<Record<Grain, Grain>> = { coarse: 'normal', normal: 'fine', fine: 'fine' };
const coarser: Readonly<Record<Grain, Grain>> = { coarse: 'coarse', normal: 'coarse', fine: 'normal' };

/** Oldest first. A change of the grain, whoever made it, begins a new account: what was needed before has had its effect. */
export function historyOf(events: readonly SessionEvent[]): readonly StepHistory[] {
  const steps = new Map<number, StepHistory>();
  const note = (index: number, change: (step: StepHistory) => Partial<StepHistory>): void => {
    const known = steps.get(index) ?? { index, hint: 0, wrongLines: 0, rightLines: 0, isSplit: false };
    steps.delete(index);
    steps.set(index, { ...known, ...change(known) });
  };
  for (const event of events) {
    switch (event.type) {
      case 'problemSet':
      case 'restarted':
      case 'grainChanged':
        steps.clear();
        break;
      case 'stepRevealed':
        note(event.index - 1, () => ({}));
        break;
      case 'hintGiven':
        note(event.index, ({ hint }) => ({ hint: Math.max(hint, event.level) }));
        break;
      case 'lineChecked':
        note(event.index, ({ wrongLines, rightLines }) => ({
          wrongLines: wrongLines + Number(event.verdict.kind === 'invalid'),
          rightLines: rightLines + Number(event.verdict.kind === 'valid' || event.verdict.kind === 'proved'),
        }));
        break;
      case 'branchCreated':
        if (event.grain === 'fine') note(event.from.index, () => ({ isSplit: true }));
        break;
      default:
        break;
    }
  }
  return [...steps.values()];
}

/** Which grain and which level of hint fit what was needed at the last steps. */
export function adapt(history: readonly StepHistory[], grain: Grain): Adaptation {
  const three = history.slice(-3);
  const told = three.filter(({ hint }) => hint >= 4).length;
  if (told >= 2 && grain !== 'fine')
    return smaller(grain, `You asked for the step itself ${times(told)}: smaller steps from here.`);
  const split = three.filter(({ isSplit }) => isSplit).length;
  if (split >= 2 && grain !== 'fine')
    return smaller(grain, `You split ${count(split)} steps: smaller steps from here.`);

  const two = history.slice(-2);
  const wrong = two.reduce((sum, { wrongLines }) => sum + wrongLines, 0);
  const least = two.length < 2 ? 0 : Math.min(...two.map(({ hint }) => hint));
  if (least >= 3) return { level: 3, grain, sentence: 'Examples helped at the last two steps: hints begin with one.' };
  if (least === 2) return { level: 2, grain, sentence: 'You wanted to know the place twice: hints begin there.' };
  if (wrong >= 2)
    return {
      level: 2,
      grain,
      sentence: `${capital(count(wrong))} of your lines went wrong: hints begin with the place.`,
    };

  const four = history.slice(-4);
  const isEasy = four.length === 4 && four.every((step) => step.hint === 0 && step.wrongLines === 0 && !step.isSplit);
  if (isEasy && grain !== 'coarse' && four.filter(({ rightLines }) => rightLines > 0).length >= 2)
    return { level: 1, grain: coarser[grain], sentence: 'Four steps without a hint: larger steps from here.' };
  return { level: 1, grain };
}

function smaller(grain: Grain, sentence: string): Adaptation {
  return { level: 1, grain: finer[grain], sentence };
}

/**
 * Whether the learner is asked for an own line before a step is revealed: where the mode is on, until there was a line or
 * a hint after the step at `index`.
 */
export function asksForOwnLine(history: readonly StepHistory[], index: number, isOn: boolean): boolean {
  const step = history.find((known) => known.index === index);
  return isOn && (step === undefined || (step.hint === 0 && step.wrongLines === 0 && step.rightLines === 0));
}

function times(number: number): string {
  return number === 2 ? 'twice' : `${count(number)} times`;
}

function count(number: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five'][number] ?? number.toString();
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
