import { explain } from '@daihon/shared/script/explain';
import { sampleValues } from '@daihon/shared/script/sampleValues';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { useScript } from '../session/context.ts';
import { useSurroundings } from '../session/useSurroundings.ts';
import { rulesMessages } from './messages.ts';
import styles from './Rules.module.css';
import { keyLabelsOf } from './sentences.ts';

/** What a condition comes to for the sample values of the script. */
export function SampleLine({ condition }: { condition: string }) {
  const t = useMessages(rulesMessages);
  const script = useScript();
  const { language } = usePreferences();
  const around = useSurroundings();
  const { holds, seen } = explain(
    condition,
    sampleValues(script, around),
    keyLabelsOf(script),
    language,
    around,
  );
  const inputs = seen.map(({ label, text }) =>
    t('sampleSeen', { label, text: text === '' ? t('emptyValue') : text }),
  );
  return (
    <output className={styles.sample} title={t('sampleHint')}>
      <strong data-yes={holds || undefined}>{t('sample', { result: t(holds ? 'yes' : 'no') })}</strong>{' '}
      {inputs.join(language === 'ja' ? '、' : ', ')}
    </output>
  );
}
