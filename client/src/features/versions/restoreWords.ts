import type { StepDiff } from '@daihon/shared/version';
import { useMessages } from '../../app/i18n.ts';
import { versionsMessages } from './messages.ts';
import type { RestoreSource } from './useVersions.ts';

export interface RestoreAsk {
  source: RestoreSource;
  /** What a point is called. */
  name?: string;
  /** Only this step; null: everything. */
  step: Pick<StepDiff, 'id' | 'title' | 'change'> | null;
}

/** What the dialog of a restore says, by what is brought back: a version or a point, the whole or one step. */
export function useRestoreWords({ source, name = '', step }: RestoreAsk): {
  title: string;
  nothing: string;
  done: string;
} {
  const t = useMessages(versionsMessages);
  const title = step?.title === '' ? t('untitled') : (step?.title ?? '');
  if ('version' in source) {
    const number = source.version;
    return {
      title: step === null ? t('restore.titleWhole', { number }) : t('restore.titleStep', { number, title }),
      nothing: t('restore.nothing', { number }),
      done: step === null ? t('restore.done', { number }) : t('restore.doneStep', { number, title }),
    };
  }
  return {
    title: step === null ? t('restore.pointTitle', { name }) : t('restore.pointTitleStep', { name, title }),
    nothing: t('restore.pointNothing'),
    done: step === null ? t('restore.pointDone', { name }) : t('restore.pointDoneStep', { name, title }),
  };
}
