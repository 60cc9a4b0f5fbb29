import * as z from 'zod';
import { hintSchema } from '../teach/hintSchema.ts';

/**
 * The contract between the host and the steps panel. The panel is a pure function of the newest snapshot: a message to a
 * hidden webview is dropped, so the host always sends whole snapshots.
 */

const verdictKind = z.enum(['proved', 'valid', 'invalid', 'unknown']);

export const badgeSchema = z.object({
  kind: verdictKind,
  /** Localised, short: "equal for all x", "agrees on 32 points". */
  label: z.string(),
  /** Localised Markdown with $…$ for the hover: how it was checked, with the evidence. */
  detail: z.string(),
});

export const stepCardSchema = z.object({
  /** 0-based along the current branch. */
  index: z.number().int().nonnegative(),
  text: z.string(),
  latex: z.string().optional(),
  why: z.string().optional(),
  badge: badgeSchema,
  /** 'builtin' | 'model' | 'learner'; a second model is 'oracle'. Colours the card's edge. */
  author: z.string(),
  answer: z.object({ latex: z.string().optional(), text: z.string(), isVerified: z.boolean() }).optional(),
  isInserted: z.boolean(),
});

export const branchSchema = z.object({
  id: z.string(),
  label: z.string(),
  isCurrent: z.boolean(),
  stepCount: z.number().int().nonnegative(),
});

/** The closed card: what the next press would do. */
export const thunkCardSchema = z.discriminatedUnion('state', [
  /** `note`: what a press came to that leaves the next step as it was, such as "I know no other way". */
  z.object({ state: z.literal('closed'), note: z.string().optional() }),
  z.object({ state: z.literal('thinking'), label: z.string() }),
  z.object({ state: z.literal('streaming'), label: z.string(), text: z.string() }),
  z.object({ state: z.literal('checking'), label: z.string() }),
  z.object({ state: z.literal('stuck'), message: z.string() }),
  z.object({ state: z.literal('failed'), message: z.string() }),
  z.object({ state: z.literal('done'), note: z.string().optional() }),
]);

/** What stands between the last step and the closed card: hints for the next step, and the learner's own next lines. */
export const asideSchema = z.object({
  /** From the first level on, as far as they were asked for. */
  hints: z.array(hintSchema),
  /** Localised, short: what the next press of "Hint" gives; absent when nothing more would come. */
  nextHint: z.string().optional(),
  /** The learner's own next lines, oldest first. They never advance the solution. */
  lines: z.array(
    z.object({
      text: z.string(),
      /** TeX, where the line could be read. */
      latex: z.string().optional(),
      badge: badgeSchema,
      /** Localised Markdown with $…$: what was found about it. */
      message: z.string(),
    }),
  ),
  /** What is being done beside the solution, or why it came to nothing. */
  status: z.object({ state: z.enum(['working', 'failed']), label: z.string() }).optional(),
  /** The learner writes the next line first: the box stands open. */
  asksFirst: z.boolean(),
  /** Localised: what was adapted to the learner. */
  tip: z.string().optional(),
});

export const actionSchema = z.enum([
  'next',
  'back',
  'forward',
  'anotherWay',
  'split',
  'insert',
  'insertAll',
  'copy',
  'restart',
  'revealAll',
  'cancel',
  'export',
  'openProblem',
  'takeOver',
  'openSample',
  'changeGrain',
  'hint',
  'checkMine',
  'anotherProblem',
]);

export const panelSnapshotSchema = z.object({
  version: z.literal(1),
  /** Grows with every snapshot, so that an older one is never drawn over a newer. */
  revision: z.number().int().nonnegative(),
  sessionId: z.string().nullable(),
  title: z.string(),
  /** Name of the file that the problem came from. */
  place: z.string().optional(),
  /** The problem's text as it stands in its document. */
  problem: z.string(),
  /** How `problem` is drawn: 'plain' as it is, the others as Markdown with $…$, \\(…\\) and bare LaTeX environments. Absent: 'markdown'. */
  problemFormat: z.enum(['markdown', 'latex', 'plain']).optional(),
  /** Localised, short: "built-in · exact". */
  solverLabel: z.string(),
  branches: z.array(branchSchema),
  steps: z.array(stepCardSchema),
  /** How many of `steps` are on screen as revealed history up to the current one: the current step's index, -1 before the first. */
  current: z.number().int().min(-1),
  thunk: thunkCardSchema,
  aside: asideSchema.optional(),
  grain: z.enum(['fine', 'normal', 'coarse']),
  /** What is allowed right now; every other action is shown disabled or not at all. */
  actions: z.array(actionSchema),
  /** Localised lines below the cards: "2 steps shown", "0 tokens". */
  footer: z.array(z.string()),
  /** Read-only because another window owns the session, or the file is of a newer version: a localised sentence. */
  notice: z.string().optional(),
  /** Localised key labels by action, e.g. { next: 'Alt+N' }. */
  keys: z.partialRecord(actionSchema, z.string()),
});

export const hostToPanelSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), snapshot: panelSnapshotSchema }),
  /** All words that the panel itself shows, sent once before the first snapshot. */
  z.object({ type: z.literal('strings'), strings: z.record(z.string(), z.string()) }),
  /** Put the keyboard focus on the cards. */
  z.object({ type: z.literal('focus') }),
]);

export const panelToHostSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('action'), action: actionSchema, index: z.number().int().optional() }),
  z.object({ type: z.literal('jump'), index: z.number().int().min(-1) }),
  z.object({ type: z.literal('switchBranch'), branch: z.string() }),
  /** The learner's own next line, to be checked. */
  z.object({ type: z.literal('checkMine'), line: z.string() }),
  z.object({ type: z.literal('grain'), grain: z.enum(['fine', 'normal', 'coarse']) }),
  /** A snapshot was painted: `elapsedMs` since the message arrived. For the bench. */
  z.object({ type: z.literal('painted'), revision: z.number().int(), elapsedMs: z.number() }),
  z.object({ type: z.literal('error'), message: z.string() }),
]);

/**
 * What the panel keeps through `setState`, and what a restored panel is found again by (WebviewPanelSerializer).
 * Never data: only which session it showed and which folded cards were open.
 */
export const panelStateSchema = z.object({
  version: z.literal(1),
  sessionId: z.string().nullable(),
  unfolded: z.array(z.number().int().nonnegative()),
  /** What was typed and not yet checked. */
  draft: z.string().optional(),
});

export type PanelState = z.infer<typeof panelStateSchema>;
export type PanelSnapshot = z.infer<typeof panelSnapshotSchema>;
export type Badge = z.infer<typeof badgeSchema>;
export type Branch = z.infer<typeof branchSchema>;
export type ThunkCard = z.infer<typeof thunkCardSchema>;
export type Aside = z.infer<typeof asideSchema>;
export type StepCard = z.infer<typeof stepCardSchema>;
export type PanelAction = z.infer<typeof actionSchema>;
export type HostToPanel = z.infer<typeof hostToPanelSchema>;
export type PanelToHost = z.infer<typeof panelToHostSchema>;
