import { z } from 'zod';
import { Person } from './account.ts';
import { commentLimits } from './commentLimits.ts';

/** Made by the client, so that asking again makes no twin. */
const Id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/u);
const Text = z.string().trim().max(commentLimits.textCharacters);
const Said = Text.min(1);
const Quote = z.string().max(commentLimits.quoteCharacters);

/** A Yjs RelativePosition, base64: where a range stands however the text around it changes. */
const Place = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9+/=]*$/u);

/** One of a step's texts or short values; null: the step as a whole. */
export const AnchorField = z.string().regex(/^(say|do|caution|title|choice:[A-Za-z0-9_-]{1,64})$/u);

/**
 * What a thread is about. `start` and `end` are null for short values and whole steps; equal for a place between two
 * characters. `quote` is the text as it stood, `stepTitle` the step's name, for those who read it elsewhere.
 */
export const CommentAnchor = z.strictObject({
  stepId: z.string().min(1).max(64),
  stepTitle: z.string().max(200).default(''),
  field: AnchorField.nullable(),
  start: Place.nullable(),
  end: Place.nullable(),
  quote: Quote,
});
export type CommentAnchor = z.infer<typeof CommentAnchor>;

export const ThreadState = z.enum(['open', 'resolved']);
export type ThreadState = z.infer<typeof ThreadState>;
export const Decision = z.enum(['proposed', 'accepted', 'rejected']);
export type Decision = z.infer<typeof Decision>;

export const Suggestion = z.strictObject({ replacement: Quote });

/** A thread begins with a comment, or with a proposal that may go without words. */
export const StartThread = z
  .strictObject({
    id: Id,
    messageId: Id,
    anchor: CommentAnchor,
    text: Text,
    suggestion: Suggestion.nullable().default(null),
  })
  .refine(({ text, suggestion }) => text !== '' || suggestion !== null, 'a comment has words')
  .refine(
    ({ anchor, suggestion }) => suggestion?.replacement !== anchor.quote,
    'a suggestion changes something',
  );
export type StartThread = z.infer<typeof StartThread>;

export const ReplyToThread = z.strictObject({ id: Id, text: Said });
export type ReplyToThread = z.infer<typeof ReplyToThread>;
export const EditMessage = z.strictObject({ text: Said });
export type EditMessage = z.infer<typeof EditMessage>;
export const ChangeThread = z.strictObject({ state: ThreadState });
export type ChangeThread = z.infer<typeof ChangeThread>;
/**
 * Accepting puts the words into the draft. `over`: even where others stand by now. `applied`: they are there already, by an edit
 * of the asker's own (a redo).
 */
export const DecideSuggestion = z.strictObject({
  decision: Decision,
  reason: z.string().trim().max(500).default(''),
  over: z.boolean().default(false),
  applied: z.boolean().default(false),
});
export type DecideSuggestion = z.infer<typeof DecideSuggestion>;

/** `text` holds mentions as `<@accountId>`; `mentions` names them. A deleted message keeps its place and no text. */
export const CommentMessage = z.object({
  id: z.string(),
  author: Person,
  text: z.string(),
  mentions: z.array(Person),
  at: z.string(),
  editedAt: z.string().nullable(),
  deleted: z.boolean(),
  revision: z.number().int(),
});
export type CommentMessage = z.infer<typeof CommentMessage>;

/** A proposed text and what became of it. */
export const DecidedSuggestion = z.object({
  replacement: z.string(),
  decision: Decision,
  by: Person.nullable(),
  at: z.string().nullable(),
  reason: z.string(),
});

export const CommentThread = z.object({
  id: z.string(),
  scriptId: z.string(),
  anchor: CommentAnchor,
  state: ThreadState,
  resolvedBy: Person.nullable(),
  suggestion: DecidedSuggestion.nullable(),
  messages: z.array(CommentMessage),
  createdAt: z.string(),
  updatedAt: z.string(),
  revision: z.number().int(),
});
export type CommentThread = z.infer<typeof CommentThread>;

/** The answer to a decision. `edit`: what accepting changed in the draft, a Yjs update in base64. */
export type DecidedThread = CommentThread & { edit?: string };

export const MentionKind = z.enum(['mention', 'reply', 'accepted', 'rejected']);
export type MentionKind = z.infer<typeof MentionKind>;

/** One line under the bell. */
export const MentionItem = z.object({
  id: z.string(),
  kind: MentionKind,
  by: Person,
  scriptId: z.string(),
  scriptTitle: z.string(),
  threadId: z.string(),
  stepId: z.string(),
  stepTitle: z.string(),
  excerpt: z.string(),
  at: z.string(),
  read: z.boolean(),
});
export type MentionItem = z.infer<typeof MentionItem>;

/** Which of one's own are read: single ones, those of a thread, or all. */
export const ReadMentions = z.union([
  z.strictObject({ ids: z.array(z.string().max(64)).min(1).max(200) }),
  z.strictObject({ threadId: z.string().max(64) }),
  z.strictObject({ all: z.literal(true) }),
]);
export type ReadMentions = z.infer<typeof ReadMentions>;
