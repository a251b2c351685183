import { useMessages } from '../../../../app/i18n.ts';
import { editorMessages } from '../../messages.ts';
import { useScript } from '../../session/context.ts';
import styles from '../Panel.module.css';
import { PanelHead } from '../PanelHead.tsx';
import { NewPlaceholder } from './NewPlaceholder.tsx';
import { PlaceholderRow } from './PlaceholderRow.tsx';

/** The values that calls fill into the text. */
export function PlaceholdersPanel() {
  const t = useMessages(editorMessages);
  const { placeholders } = useScript();
  return (
    <>
      <PanelHead title={t('placeholders.title')} hint={t('placeholders.hint', { open: '{{', shut: '}}' })} />
      {placeholders.length === 0 && <p className={styles.hint}>{t('placeholders.empty')}</p>}
      <ul className={styles.items} aria-label={t('placeholders.title')}>
        {placeholders.map((placeholder) => (
          <PlaceholderRow key={placeholder.key} placeholder={placeholder} />
        ))}
      </ul>
      <NewPlaceholder known={placeholders.map(({ key }) => key)} />
    </>
  );
}
