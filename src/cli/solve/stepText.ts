import { verdictPhrase } from '../../core/export/verdictPhrase.ts';
import type { FinalAnswer, Step } from '../../core/session/step.ts';
import { proseToPlain } from '../../core/text/stepProse.ts';
import { texToPlain } from '../../core/text/texToPlain.ts';
import { texToLines } from '../../core/text/texRows.ts';

const colours = { bold: [1, 22], dim: [2, 22], green: [32, 39], red: [31, 39], yellow: [33, 39] } as const;
const colourOf = { proved: 'green', valid: 'green', invalid: 'red', unknown: 'yellow' } as const;

export type Paint = (colour: keyof typeof colours, text: string) => string;

export function painter(hasColour: boolean): Paint {
  return (colour, text) => {
    const [on, off] = colours[colour];
    return hasColour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
}

/** One step for a terminal: words, the line that results, why, how it was checked. */
export function stepText(step: Step, index: number, paint: Paint): string {
  const lines = [`${paint('bold', `${index + 1}.`)} ${readable(step.text)}`];
  if (step.latex !== undefined && step.latex !== '')
    lines.push('', ...texToLines(step.latex).map((line) => `       ${paint('bold', harmless(line))}`), '');
  if (step.why !== undefined) lines.push(`   ${readable(step.why)}`);
  lines.push(`   ${paint(colourOf[step.verdict.kind], `[${verdictPhrase(step.verdict)}]`)}`);
  return `${lines.join('\n')}\n\n`;
}

export function answerText(final: FinalAnswer, evidence: string | undefined, paint: Paint): string {
  const checked = final.isVerified ? paint('green', 'verified') : paint('yellow', 'not verified');
  const how = evidence === undefined ? '' : `\n   ${readable(evidence)}`;
  const formula = final.latex === undefined ? '' : texToPlain(final.latex);
  // A formula may have the unit that the bare value lacks.
  const answer = formula.startsWith(`${final.answer} `) ? formula : final.answer;
  return `${paint('bold', `Answer: ${harmless(answer)}`)} (${checked})${how}\n`;
}

/** Markdown as plain words. */
export function readable(markdown: string): string {
  return harmless(proseToPlain(markdown));
}

/** What is in a problem must not steer the terminal. */
function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
