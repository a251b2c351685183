import { z } from 'zod';
import { hrefLength, hrefPattern } from './href.ts';

/** Link targets that a script may hold: https, mailto and tel only. */
export const SafeHref = z.string().max(hrefLength).regex(hrefPattern);

const Mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: SafeHref }) }),
]);
export type Mark = z.infer<typeof Mark>;

const TextNode = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(Mark).optional(),
});
const HardBreak = z.strictObject({ type: z.literal('hardBreak') });
const Inline = z.discriminatedUnion('type', [TextNode, HardBreak]);
export type Inline = z.infer<typeof Inline>;

/** `when`: a condition expression; the paragraph is shown only while it holds (SPEC 16). */
const ParagraphAttrs = z.strictObject({ when: z.string().max(2_000).nullable().optional() });
const Paragraph = z.strictObject({
  type: z.literal('paragraph'),
  attrs: ParagraphAttrs.optional(),
  content: z.array(Inline).optional(),
});
export type Paragraph = z.infer<typeof Paragraph>;

const ListItem = z.strictObject({ type: z.literal('listItem'), content: z.array(Paragraph).optional() });
const BulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(ListItem).optional() });
const Block = z.discriminatedUnion('type', [Paragraph, BulletList]);
export type Block = z.infer<typeof Block>;

/**
 * Rich text of a step as ProseMirror JSON: paragraphs and bullet lists (one level), bold, italic, links, line breaks.
 * Nothing else is a version's content; placeholders are plain text `{{key}}`.
 */
export const Content = z.strictObject({ type: z.literal('doc'), content: z.array(Block).optional() });
export type Content = z.infer<typeof Content>;
