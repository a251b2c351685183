import type { CommentMessage } from '@daihon/shared/comment';
import { textParts } from '@daihon/shared/mentionText';
import styles from './Thread.module.css';

/** A comment with the people it calls by their names. */
export function MessageText({ message }: { message: CommentMessage }) {
  const names = new Map(message.mentions.map(({ id, name }) => [id, name]));
  return (
    <p className={styles.text}>
      {textParts(message.text).map((part, index) =>
        'text' in part ? part.text : <b key={index}>@{names.get(part.mention) ?? '…'}</b>,
      )}
    </p>
  );
}
