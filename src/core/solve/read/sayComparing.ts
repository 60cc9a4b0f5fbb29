import { call, num, relation } from '../../math/build.ts';
import type { RelationOperator } from '../../math/expr.ts';
import type { Task } from '../task.ts';
import type { Entry } from './entry.ts';
import { ordinalNumber, wholeNumber } from './numberWords.ts';
import type { Slots } from './slots.ts';

const greater = '(bigger|greater|larger|more|higher|the bigger|the greater|the larger)';
const smaller = '(smaller|less|lesser|lower|the smaller|the lesser)';

const biggest = '(biggest|largest|greatest|highest|maximum)';
const smallest = '(smallest|least|lowest|minimum)';

/** Which is bigger, sorting, nearest, sequences, drawing letters. */
export const comparingEntries: readonly Entry[] = [
  ...(['greater', 'smaller'] as const).map((ask): Entry => ({
    say: [
      `(which|which one|what) [(number|value|of these|of the two|of the following)] is ${ask === 'greater' ? greater : smaller} [,] {left} or {right}`,
      `<ask> [the] ${ask === 'greater' ? greater : smaller} [(number|value)] of {left} (and|or) {right}`,
      `(which|what) (of|number of|is ${ask === 'greater' ? greater : smaller} of) {left} (and|or) {right} [(is ${ask === 'greater' ? greater : smaller})]`,
    ],
    read: (slots) => {
      const [left, right] = [slots.expr('left'), slots.expr('right')];
      const names = {
        left: left?.kind === 'symbol' ? left.name : undefined,
        right: right?.kind === 'symbol' ? right.name : undefined,
      };
      return left && right && { kind: 'compare', left, right, ask, names };
    },
  })),
  {
    say: [
      'compare {left} (and|with|to) {right}',
      '(which sign|what sign|which symbol) (goes|belongs|is) between {left} and {right}',
    ],
    read: (slots) => {
      const [left, right] = [slots.expr('left'), slots.expr('right')];
      return left && right && { kind: 'compare', left, right, ask: 'relation' };
    },
  },
  ...decisions(),
  {
    say: [
      'is [(it true that|it the case that)] {statement} [(true|a true statement|correct|right)]',
      '(is this|is this statement|is the statement|is the following|is the following statement) (true|correct|true or false|right) [:] {statement}',
      '(true or false|determine whether the statement is true|decide whether the statement is true|determine if the statement is true|check whether|check that|verify that|verify|determine whether|decide whether|prove that|show that) {statement} [(is true|holds|true or false)]',
    ],
    read: (slots) => {
      const statements = slots.statements('statement');
      return statements?.length === 1 && statements[0] ? { kind: 'decide', statement: statements[0] } : undefined;
    },
  },
  {
    say: [
      '(sort|put|order|arrange|rank|list) [the] [following] [(numbers|values)] {items} (in|into|by) {order} [order]',
      '(sort|put|order|arrange|rank|list) [the] [following] [(numbers|values)] (in|into|by) {order} order {items}',
      '(sort|order|arrange) [the] [following] [(numbers|values)] {items} [(in order|from {order})]',
      '(sort|order|arrange) [the] [following] [(numbers|values)] {order} \\: {items}',
      '(sort|order|arrange|put|list|write) [the] [following] [(numbers|values)] in order [(of size)] [:] {items}',
      '(sort|order|arrange|put) [the] [following] [(numbers|values)] {items} [in order] from {order}',
    ],
    read: (slots) => {
      const items = slots.items('items');
      const words = slots.words('order').join(' ');
      if (items === undefined) return undefined;
      const isDescending =
        /^(?:descending|decreasing|(?:the )?(?:largest|biggest|greatest|highest) to (?:the )?(?:smallest|least|lowest))/.test(
          words,
        );
      const isAscending =
        /^(?:ascending|increasing|numerical|size|(?:the )?(?:smallest|least|lowest) to (?:the )?(?:largest|biggest|greatest|highest))/.test(
          words,
        );
      if (words !== '' && !isDescending && !isAscending) return undefined;
      return { kind: 'sort', items, order: isDescending ? 'descending' : 'ascending' };
    },
  },
  ...(['biggest', 'smallest'] as const).map((from): Entry => ({
    say: [
      `(which|what|<ask>) [is] [the] [{rank}] ${from === 'biggest' ? biggest : smallest} [(value|number|one|term|element)] [(in|of|among|from|out of)] [(the list|the set|the following|these)] {items}`,
    ],
    read: (slots) => {
      const items = slots.items('items');
      const rank = slots.has('rank') ? ordinalNumber(slots.words('rank')) : 1;
      return items && rank !== undefined ? { kind: 'kth', items, rank, from } : undefined;
    },
  })),
  {
    say: [
      '(which|what|<ask>) [is] [the] (closest|nearest) [(value|number|one)] to {to} [(in|of|among|from)] [(the list|the set)] {items}',
      '(which|what) (of|among) {items} is [the] (closest|nearest) to {to}',
      '(which|what) [number] is [the] (closest|nearest) to {to} [,] {items}',
    ],
    read: (slots) => {
      const [items, to] = [slots.items('items'), slots.expr('to')];
      return items && to && { kind: 'closest', items, to };
    },
  },
  {
    say: [
      '<ask> [the] [formula for] [the] {index} term (of|in) [the] [sequence] {items}',
      '<ask> [the] {index} - th term (of|in) [the] [sequence] {items}',
      '<ask> [(a|the)] (general term|formula|rule|general formula) (of|for) [the] [sequence] {items}',
      '<ask> [(a|the)] formula for the {index} term of [the] [sequence] {items}',
    ],
    read: (slots) => {
      const terms = sequenceTerms(slots);
      const index = slots.has('index')
        ? /^([a-z])(?:['’-]?(?:th|s|nd|rd))?$/.exec(slots.words('index').join(''))?.[1]
        : 'n';
      return terms && index !== undefined ? { kind: 'sequence', terms, ask: 'general', index } : undefined;
    },
  },
  {
    say: [
      '<ask> [the] {position} term (of|in) [the] [(sequence|arithmetic sequence|geometric sequence|arithmetic progression)] {items}',
    ],
    read: (slots) => {
      const [terms, position] = [sequenceTerms(slots), ordinalNumber(slots.words('position'))];
      if (terms === undefined || position === undefined) return undefined;
      return {
        task: { kind: 'evaluate', expr: call('a', num(position)) },
        givens: [
          {
            type: 'function',
            name: 'a',
            parameters: ['n'],
            task: { kind: 'sequence', terms, ask: 'general', index: 'n' },
          },
        ],
      };
    },
  },
  {
    say: [
      '<ask> [the] next (term|number|value|element) {items}',
      '<ask> [the] next [(term|number|value|element)] (in|of|after) [the] [(sequence|series|list|pattern)] {items}',
      '(what|which) [(number|term)] (comes|follows) [(next|after)] [in] [the] [sequence] {items}',
      '(what|which) [(number|term)] is next [in] [the] [sequence] {items}',
      '(continue|extend|complete) [the] [following] (sequence|pattern|series) {items}',
      '{items} [,] (what comes next|what is next|what is the next (term|number)|which number comes next)',
    ],
    read: (slots) => {
      const terms = sequenceTerms(slots);
      return terms && { kind: 'sequence', terms, ask: 'next' };
    },
  },
];

/** "Is a at least b?", "Are a and b equal?" */
function decisions(): readonly Entry[] {
  const phrases: readonly (readonly [RelationOperator, string])[] = [
    [
      '>=',
      '(greater|bigger|larger|more) than or equal to|at least|at least as (big|great|large|high|much) as|no less than|not less than|not smaller than',
    ],
    [
      '<=',
      '(less|smaller|lower) than or equal to|at most|at most as (big|great|large|high|much) as|no more than|no bigger than|no greater than|not more than|not greater than',
    ],
    ['>', '(greater|bigger|larger|more|higher) than'],
    ['<', '(less|smaller|lower|fewer) than'],
    ['!=', 'not equal to|not the same as|different from|different to|unequal to|nonequal to|non - equal to'],
    ['=', 'equal to|the same as|equivalent to|the same number as'],
  ];
  const between = phrases.map(([operator, phrase]) =>
    decision(
      [`is {left} (${phrase}) {right}`, `does {left} equal {right}`].slice(0, operator === '=' ? 2 : 1),
      operator,
    ),
  );
  return [
    ...between,
    decision(
      [
        '(are|is) {left} and {right} (unequal|nonequal|non - equal|different|not equal|not the same)',
        'do {left} and {right} have (different values|a different value|unequal values)',
      ],
      '!=',
    ),
    decision(
      [
        '(are|is) [the] [(expressions|numbers|fractions|values)] {left} and {right} (equal|the same|equivalent|equal in value|the same number)',
        '(do|does) {left} and {right} have the same value',
      ],
      '=',
    ),
  ];
}

function decision(say: readonly string[], operator: RelationOperator): Entry {
  return {
    say,
    read: (slots): Task | undefined => {
      const [left, right] = [slots.expr('left'), slots.expr('right')];
      return left && right && { kind: 'decide', statement: relation(left, operator, right) };
    },
  };
}

/** The terms, without the dots behind them. */
function sequenceTerms(slots: Slots): Extract<Task, { kind: 'sequence' }>['terms'] | undefined {
  const tokens = slots
    .tokens('items')
    .filter((token) => token.text !== '...' && token.text !== '…' && token.text !== '\\ldots');
  return slots.listOf(tokens, 2);
}

const letterWords: Readonly<Record<string, number>> = { a: 1, an: 1 };

/** Letters drawn from an urn, as "3 e" or "two of a". */
export function countOf(words: readonly string[]): number | undefined {
  return letterWords[words.join(' ')] ?? wholeNumber(words);
}
