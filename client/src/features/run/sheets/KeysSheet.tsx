import { useMessages } from '../../../app/i18n.ts';
import { singleKeys, useSingleKeys } from '../../../script/keys/singleKeys.ts';
import { lateMessages } from '../lateMessages.ts';
import { Sheet } from './Sheet.tsx';
import styles from './Sheet.module.css';

const rows = [
  ['choose', ['1–9', 'Alt+1–9']],
  ['next', ['Enter', 'PageDown']],
  ['back', ['Backspace', 'PageUp']],
  ['return', ['0', 'Alt+0']],
  ['field', ['F', 'Alt+F']],
  ['leaveField', ['Esc']],
  ['memo', ['M', 'Alt+N']],
  ['search', ['/', 'Alt+S']],
  ['interrupts', ['I', 'Alt+I']],
  ['acceptUpdate', ['Alt+U']],
  ['acknowledge', ['Alt+K']],
  ['copy', ['Ctrl+Alt+C']],
  ['help', ['?']],
] as const;

/** All keys of the call screen. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages(lateMessages);
  const single = useSingleKeys();
  return (
    <Sheet title={t('keys.title')} onClose={onClose}>
      <div className={styles.body}>
        <dl className={styles.keys}>
          {rows.map(([name, keys]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>
                {keys.map((key, index) => (
                  <span key={key}>
                    {index > 0 && <span className={styles.or}>{t('keys.or')}</span>}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </dt>
              <dd>{t(`keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.hint} style={{ padding: 0 }}>
          {t('keys.ime')}
        </p>
        <label className={styles.outcome}>
          <input
            type="checkbox"
            checked={single}
            onChange={(event) => singleKeys.set(event.currentTarget.checked)}
          />
          {t('keys.single')}
        </label>
      </div>
    </Sheet>
  );
}
