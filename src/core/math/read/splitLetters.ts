import { constantNames, functionNames, greekLetters, prefixFunctions } from './names.ts';
import type { ParseOptions, Token } from './token.ts';

export interface Piece {
  readonly type: Extract<Token['type'], 'name' | 'constant' | 'function'>;
  readonly text: string;
  readonly length: number;
}

/** A longer run of letters in which nothing is known is a word, not a product. */
const maxProduct = 4;
/** Letters round a known name: xsinx is x sin x, but "expand" is not exp(and). */
const maxLoose = 2;

const functionsByLength = [...functionNames.keys()]
  .filter((name) => prefixFunctions.has(functionNames.get(name) ?? '') && /^[a-z]+$/.test(name))
  .sort((a, b) => b.length - a.length);

/**
 * A run of ASCII letters as the names in it: `sinx` is sin x, `xy` is x·y, `alpha` is a letter.
 * Undefined for a word that is none of these.
 */
export function splitLetters(run: string, options: ParseOptions): readonly Piece[] | undefined {
  const whole = known(run, options);
  if (whole !== undefined) return [whole];

  const pieces: Piece[] = [];
  let at = 0;
  let [hasKnown, loose] = [false, 0];
  while (at < run.length) {
    const rest = run.slice(at);
    const name =
      options.words?.find((word) => word.length > 1 && rest.startsWith(word)) ??
      functionsByLength.find((candidate) => rest.startsWith(candidate)) ??
      (rest === 'pi' || (at === 0 && rest.startsWith('pi') && rest.length <= 3) ? 'pi' : undefined);
    const piece = known(name ?? rest.charAt(0), options);
    if (piece === undefined) return undefined;
    if (name === undefined) loose += 1;
    else hasKnown = true;
    pieces.push(piece);
    at += piece.length;
  }
  return hasKnown ? (loose <= maxLoose ? pieces : undefined) : run.length <= maxProduct ? pieces : undefined;
}

function known(name: string, options: ParseOptions): Piece | undefined {
  const length = name.length;
  if (options.words?.includes(name) || options.functions?.includes(name) || options.letters?.includes(name)) {
    return { type: 'name', text: name, length };
  }
  const constant = constantNames.get(name);
  if (constant !== undefined) return { type: 'constant', text: constant, length };
  const found = functionNames.get(name) ?? (length > 2 ? functionNames.get(name.toLowerCase()) : undefined);
  if (found !== undefined) return { type: 'function', text: found, length };
  const greek = greekLetters.get(name);
  if (greek !== undefined) return { type: 'name', text: greek, length };
  return length === 1 ? { type: 'name', text: name, length } : undefined;
}
