/** What a question asks for beyond the value. */
export interface Asked {
  readonly rounding: Rounding | undefined;
  readonly isPercent: boolean;
  readonly isRatio: boolean;
  readonly form: readonly AskedForm[];
  /** The base that the question wants numbers in. */
  readonly base: number | undefined;
  readonly positive: boolean;
  /** Units that the question wants the answer in: how many dollars, in centimetres. */
  readonly units: readonly string[];
  /** What the question wants put for π: 3.14. */
  readonly pi: string | undefined;
  /** Choices by letter, as they are printed. */
  readonly choices: ReadonlyMap<string, string>;
}

export type Rounding =
  /** To the nearest 10^place. */
  | { readonly type: 'place'; readonly place: number }
  | { readonly type: 'figures'; readonly figures: number }
  /** Approximately, as precisely as the answer says. */
  | { readonly type: 'open' };

export type AskedForm =
  | 'lowest terms'
  | 'fraction'
  | 'decimal'
  | 'mixed number'
  | 'improper fraction'
  | 'radical'
  | 'factored'
  | 'expanded'
  | 'simplified'
  | 'scientific'
  | 'ratio'
  | 'percent'
  | 'base'
  | 'solved for y'
  | 'vertex form';

const places: Readonly<Record<string, number>> = {
  ...{
    'whole number': 0,
    'whole percent': 0,
    integer: 0,
    unit: 0,
    one: 0,
    dollar: 0,
    degree: 0,
    percent: 0,
    whole: 0,
    minute: 0,
    second: 0,
    year: 0,
  },
  ...{ inch: 0, foot: 0, meter: 0, metre: 0, mile: 0, cm: 0, centimeter: 0, pound: 0, day: 0, hour: 0 },
  ...{ ten: 1, hundred: 2, thousand: 3, 'ten thousand': 4, million: 6, cent: -2, penny: -2 },
  ...{ tenth: -1, hundredth: -2, thousandth: -3, 'ten thousandth': -4, 'ten-thousandth': -4 },
};
const counts: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

export function readAsked(question: string | undefined): Asked {
  const text = (question ?? '')
    .replace(/\\(?:text|textbf|mbox|mathrm|emph)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\s+/g, ' ');
  const lower = text.toLowerCase();
  const base =
    /\bin base[ -]?\$?(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|base[ -]\$?(\d+)\$? (?:number|representation|integer|answer)/.exec(
      lower,
    );
  return {
    rounding: roundingOf(lower),
    isPercent: /\bpercent|\bpercentage|%/.test(lower),
    isRatio: /\bratio|\bproportion|\bodds/.test(lower),
    form: formsOf(lower),
    base: base === null ? undefined : baseOf(base[1] ?? base[2] ?? ''),
    positive:
      /\bpositive (?:real |integer|number|constant)|\bpositive\b.*\breal/.test(lower) &&
      !/non-?positive|not positive/.test(lower),
    choices: choicesOf(text),
    units: [
      ...lower.matchAll(
        /\b(?:how many|number of|in|in terms of) (?:total )?(square [a-z]+|cubic [a-z]+|[a-z]{2,}|km\/h|m\/s)\b/g,
      ),
    ].map(([, unit]) => unit ?? ''),
    pi: piOf(text),
  };
}

const piFirst = /(?:\\?pi|π)\$?\s*(?:=|as|to be|is|\\approx|≈)\s*\$?\s*(3\.14\d*|22\/7|3)(?![\d.])/i;
const piLast = /(?<![\d.])(3\.14\d*|22\/7|3)\$?\s+(?:for|as)\s+(?:the value of )?\$?(?:\\?pi|π)/i;

/** "Use 3.14 for π", "let π = 22/7". */
function piOf(text: string): string | undefined {
  return /\b(?:use|using|take|let|assume|with)\b/i.test(text)
    ? (piFirst.exec(text) ?? piLast.exec(text))?.[1]
    : undefined;
}

function baseOf(word: string): number | undefined {
  const named = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 }[word];
  return named ?? (/^\d+$/.test(word) ? Number(word) : undefined);
}

function roundingOf(text: string): Rounding | undefined {
  const power = /nearest \$?(?:(1(?:,?0+)*)|(0?\.0*1))\$?\b/.exec(text);
  if (power !== null)
    return { type: 'place', place: Math.round(Math.log10(Number((power[1] ?? power[2] ?? '1').replaceAll(',', '')))) };
  const named = /nearest \$?((?:ten|hundred)[ -])?([a-z]+(?: number| percent)?)/.exec(text);
  if (named !== null) {
    const full = `${named[1] ?? ''}${named[2] ?? ''}`;
    const place = [full, named[2] ?? '', (named[2] ?? '').split(' ')[0] ?? '']
      .flatMap((name) => [name, name.replace(/s$/, '')])
      .map((name) => places[name])
      .find((found) => found !== undefined);
    const tenth = /^(?:ten|hundred)$/.test(named[1]?.trim() ?? '') ? undefined : place;
    return tenth === undefined
      ? place === undefined
        ? { type: 'open' }
        : { type: 'place', place }
      : { type: 'place', place: tenth };
  }
  const decimals = /(?:to|correct to|using) \$?(\d+|one|two|three|four|five|six)\$? (?:decimal|d\.?p)/.exec(text);
  if (decimals !== null) return { type: 'place', place: -countOf(decimals[1] ?? '') };
  const figures = /\$?(\d+|one|two|three|four|five|six)\$? (?:significant|sig\.? )/.exec(text);
  if (figures !== null) return { type: 'figures', figures: countOf(figures[1] ?? '') };
  return /\bround(?:ed)?\b(?! (?:table|trip|robin|of|the))|\bapproximat|\bestimate/.test(text)
    ? { type: 'open' }
    : undefined;
}

function countOf(word: string): number {
  return counts[word] ?? Number(word);
}

function formsOf(text: string): readonly AskedForm[] {
  const found: AskedForm[] = [];
  const test = (pattern: RegExp, form: AskedForm): void => {
    if (pattern.test(text)) found.push(form);
  };
  test(
    /lowest terms|simplest (?:form|fraction)|simplified (?:fraction|form)|reduced (?:fraction|form)|common fraction|irreducible|\breduce\b|relatively prime/,
    'lowest terms',
  );
  test(/(?:as|into|to|write|give)[^.]{0,40} (?:a |an )?(?:\w+ )?fraction(?! of)|write a fraction/, 'fraction');
  test(/improper fraction/, 'improper fraction');
  test(/mixed (?:number|fraction|numeral)/, 'mixed number');
  test(/(?:as|into|to|in) (?:a |an )?(?:\w+ )?decimal(?! places?)/, 'decimal');
  test(/radical form|rationaliz|rationalis|simplest radical|exact form with radicals/, 'radical');
  test(/\bfactor(?:ed|ise|ize)?\b(?! of)(?!s of)/, 'factored');
  test(/\bexpand\b|expanded|multiply out|\bstandard form\b|remove the (?:brackets|parentheses)/, 'expanded');
  test(/\bsimplify|\bsimplif|\bevaluate\b|\bcompute\b|\breduce\b/, 'simplified');
  test(/scientific notation/, 'scientific');
  test(/slope[- ]?(?:y[- ]?)?intercept form|form \$?y ?= ?m ?x ?\+ ?[bc]\b/, 'solved for y');
  test(
    /vertex form|complet\w+ the square|form \$?(?:y ?= ?)?a? ?\( ?x ?[-+] ?[a-z] ?\) ?\^ ?\{?2\}? ?\+ ?[a-z]\b/,
    'vertex form',
  );
  test(/as a ratio|in the form a ?: ?b/, 'ratio');
  test(/as a percent/, 'percent');
  test(/in base|base[ -]?\d+ (?:number|representation)/, 'base');
  return found;
}

const choiceMark = /(?:^|[\s$,;{])\(?([A-H])\s?[).:](?:\}|\$|\\)?\s*/g;

/** (A) 12 (B) 13 …: at least A and B, in order. */
function choicesOf(text: string): ReadonlyMap<string, string> {
  const plain = text.replace(/\\(?:textbf|text|mathrm|mathbf)\s*\{\s*(\(?[A-H]\)?)[^{}]*\}/g, ' $1 ');
  const marks = [...plain.matchAll(choiceMark)];
  const start = marks.findIndex((mark, index) => mark[1] === 'A' && marks[index + 1]?.[1] === 'B');
  if (start < 0) return new Map();
  const found = new Map<string, string>();
  for (const [offset, mark] of marks.slice(start).entries()) {
    const [, letter] = mark;
    if (letter !== String.fromCharCode(65 + offset)) break;
    const next = marks[start + offset + 1];
    const isNext = next?.[1] === String.fromCharCode(66 + offset);
    const end = isNext ? next.index : plain.length;
    found.set(letter, plain.slice(mark.index + mark[0].length, end).trim());
  }
  return found.size >= 2 ? found : new Map();
}
