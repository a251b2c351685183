import { Button, TextInput } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { recordRun } from '@daihon/shared/sample/recordRun';
import { maxSamples } from '@daihon/shared/sample/maxSamples';
import type { Sample } from '@daihon/shared/sample/sample';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { useReadOnly } from '../session/context.ts';
import { trialMessages } from './messages.ts';
import { SampleRow } from './SampleRow.tsx';
import styles from './Trial.module.css';
import { useSampleWrites } from './useSamples.ts';
import { useTrial } from './useTrial.ts';

/** The saved paths of this script, each with whether it still comes to its end on the draft. */
export function SamplesPanel({ samples, onRun }: { samples: readonly Sample[]; onRun: () => void }) {
  const t = useMessages(trialMessages);
  return (
    <div className={styles.panel}>
      <p className={styles.quiet}>{t('samples.hint')}</p>
      <SaveRun full={samples.length >= maxSamples} />
      {samples.length === 0 && <p className={styles.quiet}>{t('samples.empty')}</p>}
      <ul className={styles.samples} aria-label={t('samples.title')}>
        {samples.map((sample) => (
          <SampleRow key={sample.id} sample={sample} onRun={onRun} />
        ))}
      </ul>
    </div>
  );
}

/** «この通しを保存» */
function SaveRun({ full }: { full: boolean }) {
  const t = useMessages(trialMessages);
  const { state } = useTrial();
  const { create } = useSampleWrites();
  const readOnly = useReadOnly();
  const [name, setName] = useState('');
  if (state.walk.path.length === 0) return null;
  const save = () =>
    create.mutate(
      { name: name.trim(), required: false, run: recordRun(state.walk, state.clock) },
      {
        onSuccess: (sample) => {
          toast.success(t('samples.saved', { name: sample.name }));
          setName('');
        },
      },
    );
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save();
      }}
    >
      <TextInput
        label={t('samples.save')}
        description={full ? t('samples.full', { count: maxSamples }) : t('samples.keep')}
        placeholder={t('samples.nameHint')}
        maxLength={100}
        value={name}
        disabled={full || readOnly}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        leftSection={<IconDeviceFloppy size="1rem" aria-hidden />}
        disabled={name.trim() === '' || full || readOnly}
        loading={create.isPending}
      >
        {t('samples.saveConfirm')}
      </Button>
    </form>
  );
}
