import { interrupt } from '@daihon/shared/script/walk';
import { topicsHere } from '@daihon/shared/script/walk/topics';
import type { Topic } from '@daihon/shared/script/walk/topics';
import { shownText } from '@daihon/shared/script/walk/values';
import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import { lateMessages } from '../lateMessages.ts';
import { Sheet } from './Sheet.tsx';
import styles from './Sheet.module.css';

/** The side topics of the scripts that the call is in, its own first, numbered like the answers. */
export function InterruptSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages(lateMessages);
  const { store, view } = useCall();
  const topics = topicsHere(view.walk);
  const go = ({ id, script }: Topic) => {
    store.move((walk, at) => interrupt(walk, id, at, script.scriptId));
    onClose();
  };
  return (
    <Sheet title={t('interrupts.title')} onClose={onClose}>
      {topics.length === 0 && <p className={styles.none}>{t('interrupts.none')}</p>}
      <ul
        className={styles.list}
        onKeyDown={({ code, nativeEvent }) => {
          const number = /^(?:Digit|Numpad)([1-9])$/u.exec(code)?.[1];
          const topic = number === undefined ? undefined : topics[Number(number) - 1];
          if (topic !== undefined && !nativeEvent.isComposing) go(topic);
        }}
      >
        {topics.map((topic, index) => (
          <li key={`${topic.script.scriptId}/${topic.id}`}>
            <button
              type="button"
              className={styles.item}
              data-autofocus={index === 0 || undefined}
              onClick={() => go(topic)}
            >
              <kbd className={styles.badge} aria-hidden>
                {index + 1}
              </kbd>
              <span className={styles.itemTitle}>{shownText(view.walk, topic.label)}</span>
              {topic.script !== view.walk.root && (
                <span className={styles.side}>{topic.script.script.title}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
