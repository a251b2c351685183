import { useState } from 'react';
import type { Aside, Call } from '@daihon/shared/call';
import { useMessages } from '../../../app/i18n.ts';
import { formatTime } from '../../../ui/formatTime.ts';
import { toast } from '../../../ui/toasts.ts';
import { api } from '../../../wire/http.ts';
import { useCall } from '../call/callContext.ts';
import { copyText } from '../end/copyText.ts';
import { PlainButton } from '../frame/PlainButton.tsx';
import { asideEntries, asideStep } from './asideText.ts';
import styles from './AsideWords.module.css';
import { asideMessages } from './messages.ts';

/** 別の席での入力: what was typed elsewhere while the call went on here, to be taken over or put away. Nothing of it is lost unseen. */
export default function AsideWords() {
  const { view } = useCall();
  return (view.record.asides ?? []).map((aside) => <OneAside key={aside.id} aside={aside} />);
}

function OneAside({ aside }: { aside: Aside }) {
  const t = useMessages(asideMessages);
  const { store, view } = useCall();
  const [busy, setBusy] = useState(false);
  const { memo = '' } = aside.state;
  const entries = asideEntries(view.walk, aside);
  const step = asideStep(view.walk, aside);
  return (
    <section className={styles.aside} aria-label={t('label')}>
      <h3>{t('label')}</h3>
      <p className={styles.when}>{t('when', { time: formatTime(aside.at) })}</p>
      <dl>
        {memo !== '' && <Part name={t('memo')} text={memo} />}
        {entries.map(([label, text]) => (
          <Part key={label} name={label} text={text} />
        ))}
        {step !== null && <Part name={t('step')} text={step} />}
      </dl>
      <div className={styles.buttons}>
        {memo !== '' && <PlainButton onClick={addMemo}>{t('addMemo')}</PlainButton>}
        {entries.length > 0 && view.walk.ended === null && (
          <PlainButton onClick={takeEntries}>{t('useEntries')}</PlainButton>
        )}
        <PlainButton onClick={() => void copy()}>{t('copy')}</PlainButton>
        <PlainButton disabled={busy} onClick={() => void putAway()}>
          {t('putAway')}
        </PlainButton>
      </div>
    </section>
  );

  function addMemo(): void {
    const before = view.record.state.memo.trimEnd();
    if (!before.endsWith(memo)) store.setMemo(before === '' ? memo : `${before}\n${memo}`);
  }

  function takeEntries(): void {
    const { fields, placeholders } = aside.state;
    store.move((walk) => ({
      ...walk,
      fields: { ...walk.fields, ...fields },
      placeholders: { ...walk.placeholders, ...placeholders },
    }));
  }

  async function copy(): Promise<void> {
    const lines = [memo, ...entries.map(([label, text]) => `${label}: ${text}`)];
    if (await copyText(lines.filter((line) => line !== '').join('\n'))) toast.success(t('copied'));
    else toast.warning(t('copyFailed'));
  }

  async function putAway(): Promise<void> {
    setBusy(true);
    try {
      const { id } = view.record;
      const stands = await api.del<Call>(
        `/api/calls/${encodeURIComponent(id)}/asides/${encodeURIComponent(aside.id)}`,
      );
      store.confirm({ asides: stands.asides ?? [] });
    } catch {
      toast.warning(t('failed'));
      setBusy(false);
    }
  }
}

function Part({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
