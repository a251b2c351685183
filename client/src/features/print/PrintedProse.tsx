import { Fragment, useMemo } from 'react';
import type { ReactNode } from 'react';
import { labelOfKey } from '@daihon/shared/script/callValues';
import type { Content, Inline, Paragraph } from '@daihon/shared/script/content';
import { explain, labelsOf } from '@daihon/shared/script/explain';
import { findPlaceholders } from '@daihon/shared/script/placeholders';
import { useMessages } from '../../app/i18n.ts';
import styles from './Booklet.module.css';
import { printMessages } from './messages.ts';
import { useBooklet } from './reading.ts';

export function PrintedProse({ content }: { content: Content }) {
  return (
    <div className={styles.prose}>
      {(content.content ?? []).map((block, index) =>
        block.type === 'paragraph' ? (
          <Line key={index} paragraph={block} />
        ) : (
          <ul key={index}>
            {(block.content ?? []).map((item, at) => (
              <li key={at}>
                {(item.content ?? []).map((paragraph, line) => (
                  <Line key={line} paragraph={paragraph} />
                ))}
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function Line({ paragraph }: { paragraph: Paragraph }) {
  const when = paragraph.attrs?.when ?? null;
  return (
    <p>
      {when !== null && <When condition={when} />}
      {(paragraph.content ?? []).map((node, index) => (
        <InlineView key={index} node={node} />
      ))}
    </p>
  );
}

/** A condition in the words of the script. */
export function When({ condition }: { condition: string }) {
  const t = useMessages(printMessages);
  const { script } = useBooklet();
  const labels = useMemo(() => labelsOf(script), [script]);
  const { sentence } = explain(condition, {}, labels, script.language);
  return <span className={styles.when}>{t('when', { condition: sentence })}</span>;
}

function InlineView({ node }: { node: Inline }) {
  if (node.type === 'hardBreak') return <br />;
  return (node.marks ?? []).reduce<ReactNode>(
    (inner, mark) => {
      if (mark.type === 'bold') return <strong>{inner}</strong>;
      if (mark.type === 'italic') return <em>{inner}</em>;
      return <u>{inner}</u>;
    },
    <WithBlanks text={node.text} />,
  );
}

/** A placeholder is a blank with its name. */
function WithBlanks({ text }: { text: string }) {
  const { script } = useBooklet();
  const { uses } = findPlaceholders(text);
  const ends = [0, ...uses.map(({ end }) => end)];
  return (
    <>
      {uses.map(({ key, start }, index) => (
        <Fragment key={start}>
          {text.slice(ends[index], start)}
          <span className={styles.blank}>{labelOfKey(script, key) ?? key}</span>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
