import { IconFilterQuestion } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { labelOfKey } from '@daihon/shared/script/callValues';
import type { Content, Inline, Paragraph } from '@daihon/shared/script/content';
import { findPlaceholders } from '@daihon/shared/script/placeholders';
import { useMessages } from '../../../app/i18n.ts';
import { versionsMessages } from '../messages.ts';
import styles from './Content.module.css';
import { Marked } from './Marked.tsx';
import { useReader } from './reader.ts';
import { useConditionWords } from './useConditionWords.ts';

/** A text as it was published: all conditional paragraphs, each with its condition, and placeholders as such. */
export function ContentProse({ content }: { content: Content }) {
  return (
    <div className={styles.prose}>
      {(content.content ?? []).map((block, index) =>
        block.type === 'paragraph' ? (
          <ParagraphView key={index} paragraph={block} />
        ) : (
          <ul key={index}>
            {(block.content ?? []).map((item, at) => (
              <li key={at}>
                {(item.content ?? []).map((paragraph, line) => (
                  <ParagraphView key={line} paragraph={paragraph} />
                ))}
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function ParagraphView({ paragraph }: { paragraph: Paragraph }) {
  const when = paragraph.attrs?.when ?? null;
  return (
    <>
      {when !== null && <When condition={when} />}
      <p>
        {(paragraph.content ?? []).map((node, index) => (
          <InlineView key={index} node={node} />
        ))}
      </p>
    </>
  );
}

/** A condition in the words of the script, the expression itself on hover. */
export function When({ condition }: { condition: string }) {
  const t = useMessages(versionsMessages);
  const words = useConditionWords();
  return (
    <span className={styles.when} title={condition}>
      <IconFilterQuestion size="0.875rem" aria-hidden />
      <span>{t('content.when', { condition: words(condition) })}</span>
    </span>
  );
}

function InlineView({ node }: { node: Inline }) {
  if (node.type === 'hardBreak') return <br />;
  return (node.marks ?? []).reduce<ReactNode>(
    (inner, mark) => {
      if (mark.type === 'bold') return <strong>{inner}</strong>;
      if (mark.type === 'italic') return <em>{inner}</em>;
      return (
        <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer">
          {inner}
        </a>
      );
    },
    <WithPlaceholders text={node.text} />,
  );
}

function WithPlaceholders({ text }: { text: string }) {
  const { script } = useReader();
  const { uses } = findPlaceholders(text);
  const ends = [0, ...uses.map(({ end }) => end)];
  return (
    <>
      {uses.map(({ key, start, end }, index) => (
        <Fragment key={start}>
          <Marked text={text.slice(ends[index], start)} />
          <span className={styles.placeholder} title={labelOfKey(script, key) ?? undefined}>
            <Marked text={text.slice(start, end)} />
          </span>
        </Fragment>
      ))}
      <Marked text={text.slice(ends.at(-1))} />
    </>
  );
}
