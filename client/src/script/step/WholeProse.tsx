import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Content, Inline, Paragraph } from '@daihon/shared/script/content';
import { findPlaceholders } from '@daihon/shared/script/placeholders';

/** How a text is shown whole: every conditional paragraph with its condition, placeholders as such. */
export interface ProseManner {
  paragraph: (inner: ReactNode, condition: string | null) => ReactNode;
  /** A link on its words. */
  link: (inner: ReactNode, href: string) => ReactNode;
  text: (text: string) => ReactNode;
  /** `written` is how it stands in the text, braces and all. */
  placeholder: (key: string, written: string) => ReactNode;
}

/** A text as it was written, not as a call shows it: the screen's manner decides what conditions, links and placeholders look like. */
export function WholeProse({ content, manner }: { content: Content; manner: ProseManner }) {
  const line = (paragraph: Paragraph, key: number) => (
    <Fragment key={key}>
      {manner.paragraph(inlines(paragraph, manner), paragraph.attrs?.when ?? null)}
    </Fragment>
  );
  return (content.content ?? []).map((block, index) =>
    block.type === 'paragraph' ? (
      line(block, index)
    ) : (
      <ul key={index}>
        {(block.content ?? []).map((item, at) => (
          <li key={at}>{(item.content ?? []).map(line)}</li>
        ))}
      </ul>
    ),
  );
}

function inlines(paragraph: Paragraph, manner: ProseManner): ReactNode {
  return (paragraph.content ?? []).map((node, index) => (
    <Fragment key={index}>{inline(node, manner)}</Fragment>
  ));
}

function inline(node: Inline, manner: ProseManner): ReactNode {
  if (node.type === 'hardBreak') return <br />;
  return (node.marks ?? []).reduce<ReactNode>(
    (inner, mark) => {
      if (mark.type === 'bold') return <strong>{inner}</strong>;
      if (mark.type === 'italic') return <em>{inner}</em>;
      return manner.link(inner, mark.attrs.href);
    },
    withPlaceholders(node.text, manner),
  );
}

function withPlaceholders(text: string, manner: ProseManner): ReactNode {
  const { uses } = findPlaceholders(text);
  const ends = [0, ...uses.map(({ end }) => end)];
  return (
    <>
      {uses.map(({ key, start, end }, index) => (
        <Fragment key={start}>
          {manner.text(text.slice(ends[index], start))}
          {manner.placeholder(key, text.slice(start, end))}
        </Fragment>
      ))}
      {manner.text(text.slice(ends.at(-1)))}
    </>
  );
}
