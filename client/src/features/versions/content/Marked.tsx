import { markMatches } from '../../../ui/markMatches.ts';
import styles from './Content.module.css';
import { useReader } from './reader.ts';

/** Text with what is searched for marked. */
export function Marked({ text }: { text: string }) {
  const { query } = useReader();
  if (query === '') return text;
  return markMatches(text, query).map((piece, index) =>
    piece.match ? (
      <mark key={index} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
