import { Alert, Button, Checkbox, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { FindAsk, FoundHits, ReplaceAsk } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { HitRow } from './HitRow.tsx';
import styles from './Replace.module.css';
import { replaceMessages } from './messages.ts';

interface Props {
  ask: FindAsk;
  found: FoundHits;
  busy: boolean;
  onReplace: (ask: ReplaceAsk) => void;
}

/** Every place that was found, before and after, to be ticked one by one, by script or altogether. */
export function Preview({ ask, found, busy, onReplace }: Props) {
  const t = useMessages(replaceMessages);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const text = ask.text ?? '';
  const keyOf = (scriptId: string, hitId: string) => `${scriptId} ${hitId}`;
  const chosen = found.scripts
    .map(({ id, hits }) => ({
      id,
      hitIds: hits.map((hit) => hit.id).filter((hitId) => !left.has(keyOf(id, hitId))),
    }))
    .filter(({ hitIds }) => hitIds.length > 0);
  const listed = found.scripts.reduce((sum, { hits }) => sum + hits.length, 0);
  const count = chosen.reduce((sum, { hitIds }) => sum + hitIds.length, 0);

  function set(keys: readonly string[], on: boolean): void {
    const next = new Set(left);
    for (const key of keys) {
      if (on) next.delete(key);
      else next.add(key);
    }
    setLeft(next);
  }

  const words = { scripts: chosen.length, hits: count, from: ask.query.text, to: text };
  return (
    <>
      <div className={styles.head}>
        <Checkbox
          size="xs"
          aria-label={t('chooseAll')}
          checked={count === listed}
          indeterminate={count > 0 && count < listed}
          onChange={() =>
            set(
              found.scripts.flatMap(({ id, hits }) => hits.map((hit) => keyOf(id, hit.id))),
              count < listed,
            )
          }
        />
        <span role="status" className={styles.total}>
          <strong>{t('found', { scripts: found.scripts.length, hits: found.total })}</strong>
          <span>{t('chosen', { hits: count })}</span>
        </span>
        <Button disabled={count === 0} loading={busy} onClick={() => setAsking(true)}>
          {t(text === '' ? 'deleteAll' : 'replace', { hits: count })}
        </Button>
      </div>
      {found.cut && (
        <Alert color="yellow" radius={0}>
          {t('cut', { shown: listed })}
        </Alert>
      )}
      {found.scripts.map(({ id, title, folder, editors, hits }) => {
        const keys = hits.map((hit) => keyOf(id, hit.id));
        const on = keys.filter((key) => !left.has(key)).length;
        return (
          <section key={id} className={styles.script} aria-label={title}>
            <header className={styles.scriptHead}>
              <Checkbox
                size="xs"
                aria-label={t('chooseScript', { title })}
                checked={on === keys.length}
                indeterminate={on > 0 && on < keys.length}
                onChange={() => set(keys, on < keys.length)}
              />
              <h2>{title}</h2>
              {folder !== '' && <span className={styles.folder}>{folder}</span>}
              <span className={styles.number}>
                {on} / {keys.length}
              </span>
              {editors.length > 0 && (
                <span className={styles.editing}>
                  <IconPencil size="0.875rem" aria-hidden />
                  {t('editing', { names: editors })}
                </span>
              )}
            </header>
            <ul className={styles.hits}>
              {hits.map((hit) => (
                <HitRow
                  key={hit.id}
                  hit={hit}
                  text={text}
                  checked={!left.has(keyOf(id, hit.id))}
                  onCheck={(checked) => set([keyOf(id, hit.id)], checked)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <ConfirmDialog
        opened={asking}
        title={t('confirmTitle')}
        confirm={t(text === '' ? 'deleteAll' : 'replace', { hits: count })}
        tone={text === '' ? 'danger' : 'normal'}
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onReplace({ query: ask.query, text, scripts: chosen });
        }}
      >
        <Text>{t(text === '' ? 'confirmDelete' : 'confirmBody', words)}</Text>
      </ConfirmDialog>
    </>
  );
}
