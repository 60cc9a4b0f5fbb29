import * as z from 'zod';

/** The contract between the host and the tutor chat in the side panel. Snapshots only, as in panel.ts. */

export const chatMessageSchema = z.object({
  id: z.string(),
  author: z.enum(['learner', 'tutor']),
  /** Markdown with $…$. */
  text: z.string(),
  /** The step (0-based) that the message is about or that it revealed. */
  stepIndex: z.number().int().optional(),
});

export const chatSnapshotSchema = z.object({
  version: z.literal(1),
  revision: z.number().int().nonnegative(),
  sessionId: z.string().nullable(),
  title: z.string(),
  /** "About step 2 of algebra.md", localised. */
  about: z.string(),
  messages: z.array(chatMessageSchema),
  isBusy: z.boolean(),
  /** Localised ready-made messages: next, back, why? */
  suggestions: z.array(z.object({ label: z.string(), message: z.string() })),
  notice: z.string().optional(),
});

export const hostToChatSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), snapshot: chatSnapshotSchema }),
  z.object({ type: z.literal('strings'), strings: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal('focus') }),
]);

export const chatToHostSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('say'), text: z.string() }),
  z.object({ type: z.literal('cancel') }),
  z.object({ type: z.literal('showStep'), index: z.number().int() }),
  z.object({ type: z.literal('error'), message: z.string() }),
]);

export type ChatSnapshot = z.infer<typeof chatSnapshotSchema>;
export type ChatMessage = z.infer<typeof chatMessageSchema>;
export type HostToChat = z.infer<typeof hostToChatSchema>;
export type ChatToHost = z.infer<typeof chatToHostSchema>;
