import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Block, Content, Mark, Paragraph } from '@daihon/shared/script/content';
import { fillParagraph } from '@daihon/shared/script/placeholders';
import type { Fill, MarkedSegment } from '@daihon/shared/script/placeholders';
import { shownContent } from '@daihon/shared/script/shownContent';
import { surroundingsHere } from '@daihon/shared/script/walk/values';
import { useWalk } from '../walk/walkContext.ts';
import { Blank } from './Blank.tsx';
import styles from './Prose.module.css';

/** A step's text as the agent reads it: conditional paragraphs decided, placeholders filled in, nothing of `{{…}}` left. */
export function Prose({ content, fill }: { content: Content; fill: Fill }) {
  const { walk } = useWalk();
  const shown = shownContent(content, fill.values, surroundingsHere(walk));
  return (
    <div className={styles.prose}>
      {(shown.content ?? []).map((block, index) => (
        <BlockView key={index} block={block} fill={fill} />
      ))}
    </div>
  );
}

function BlockView({ block, fill }: { block: Block; fill: Fill }) {
  if (block.type === 'paragraph') return <ParagraphView paragraph={block} fill={fill} />;
  return (
    <ul>
      {(block.content ?? []).map((item, index) => (
        <li key={index}>
          {(item.content ?? []).map((paragraph, line) => (
            <ParagraphView key={line} paragraph={paragraph} fill={fill} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function ParagraphView({ paragraph, fill }: { paragraph: Paragraph; fill: Fill }) {
  return (
    <p>
      {fillParagraph(paragraph, fill).map((segment, index) => (
        <Fragment key={index}>{segmentView(segment)}</Fragment>
      ))}
    </p>
  );
}

function segmentView(segment: MarkedSegment): ReactNode {
  if (segment.kind === 'break') return <br />;
  if (segment.kind === 'text') return marked(segment.text, segment.marks);
  const blank = segment.kind === 'blank';
  return marked(
    <Blank name={segment.key} blank={blank} text={blank ? segment.label : segment.text} />,
    segment.marks,
  );
}

function marked(inner: ReactNode, marks: readonly Mark[]): ReactNode {
  return marks.reduce<ReactNode>((node, mark) => {
    if (mark.type === 'bold') return <strong>{node}</strong>;
    if (mark.type === 'italic') return <em>{node}</em>;
    return (
      <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer">
        {node}
      </a>
    );
  }, inner);
}
