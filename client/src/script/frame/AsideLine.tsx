import { currentScript } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../app/i18n.ts';
import { walkMessages } from '../messages.ts';
import { returnOf } from '../walk/nextStep.ts';
import { useWalk } from '../walk/walkContext.ts';
import styles from './StepBody.module.css';

/** Says where the walk is when it is not on its own way: on a side topic or in a called script. */
export function AsideLine() {
  const t = useMessages(walkMessages);
  const { walk } = useWalk();
  const place = returnOf(walk);
  const { title } = currentScript(walk).script;
  if (place === null) return null;
  return (
    <p className={styles.aside}>{place === 'interrupt' ? t('step.aside') : t('step.elsewhere', { title })}</p>
  );
}
