import { currentScript } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../../app/i18n.ts';
import { useCall } from '../call/callContext.ts';
import { returnOf } from '../call/nextStep.ts';
import { runMessages } from '../messages.ts';
import styles from './StepBody.module.css';

/** Says where the call is when it is not on its own way: on a side topic, in a called script, or in one that was withdrawn. */
export function AsideLine() {
  const t = useMessages(runMessages);
  const { view } = useCall();
  const place = returnOf(view.walk);
  const { title } = currentScript(view.walk).script;
  return (
    <>
      {place !== null && (
        <p className={styles.aside}>
          {place === 'interrupt' ? t('step.aside') : t('step.elsewhere', { title })}
        </p>
      )}
      {view.withdrawn !== null && (
        <p className={styles.withdrawn} role="alert">
          <strong>{t('news.withdrawn')}</strong>
          {view.withdrawn}
        </p>
      )}
    </>
  );
}
