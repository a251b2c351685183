import { TextInput } from '@mantine/core';
import { readBinnedStep } from '@daihon/shared/script/draft/read';
import { textOf } from '@daihon/shared/script/contentText';
import { stepRoles } from '@daihon/shared/script/kinds';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { matchesQuery } from '../../../ui/foldText.ts';
import { PanelHead } from '../panel/PanelHead.tsx';
import { useBin, useEditor } from '../session/context.ts';
import styles from './Bin.module.css';
import { BinItem } from './BinItem.tsx';
import { binMessages } from './messages.ts';
import { SureButton } from './SureButton.tsx';

/** The draft's bin: what was deleted, by whom and when; what it says; back with one click. */
export function BinPanel() {
  const t = useMessages(binMessages);
  const bin = useBin();
  const { actions } = useEditor();
  const [search, setSearch] = useState('');
  const texts = useBinTexts(search !== '');
  const found = search === '' ? bin : bin.filter(({ id }) => matchesQuery(texts.get(id) ?? '', search));
  return (
    <>
      <PanelHead title={t('title')} hint={bin.length === 0 ? t('empty') : t('hint')} />
      {bin.length > 0 && (
        <TextInput
          className={styles.search}
          size="xs"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size="0.875rem" aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {bin.length > 0 && found.length === 0 && <p className={styles.none}>{t('noMatch')}</p>}
      <ul className={styles.items}>
        {found.map((binned) => (
          <BinItem key={binned.id} binned={binned} />
        ))}
      </ul>
      {bin.length > 0 && search === '' && (
        <div className={styles.emptying}>
          <SureButton
            text={t('empties')}
            sure={t('emptySure', { count: bin.length })}
            onSure={() => actions.purge(bin.map(({ id }) => id))}
          />
        </div>
      )}
    </>
  );
}

/** What can be searched of each step in the bin; read only when it is. */
function useBinTexts(wanted: boolean): ReadonlyMap<string, string> {
  const bin = useBin();
  const { doc } = useEditor().session;
  return useMemo(() => {
    if (!wanted) return new Map();
    return new Map(
      bin.map(({ id, title, name }) => {
        const step = readBinnedStep(doc, id);
        const said = step === null ? [] : stepRoles.map((role) => textOf(step[role]));
        const labels = step?.choices.map(({ label }) => label) ?? [];
        return [id, [title, name, ...said, ...labels].join(' ')];
      }),
    );
  }, [wanted, bin, doc]);
}
