import { Button, SegmentedControl, Switch } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useView } from '../session/context.ts';
import type { ThreadFilter } from './desk/commentDesk.ts';
import { useCommentActions, useDesk } from './desk/hooks.ts';
import { commentMessages } from './messages.ts';
import styles from './Comments.module.css';
import { SuggestionWalk } from './SuggestionWalk.tsx';

const scopes = ['step', 'all'] as const;
const filters: readonly ThreadFilter[] = ['open', 'mine', 'resolved'];

/** Which comments are shown, whether texts are proposed instead of edited, and the way through what is proposed. */
export default function CommentsBar() {
  const t = useMessages(commentMessages);
  const { comments } = useEditor();
  const actions = useCommentActions();
  const stepId = useView((view) => view.stepId);
  const { scope, filter, suggesting, status } = useDesk((state) => state);
  return (
    <div className={styles.bar}>
      <div className={styles.barRow}>
        <SegmentedControl
          aria-label={t('scope')}
          value={scope}
          onChange={(value) => comments.set({ scope: scopes.find((each) => each === value) ?? 'step' })}
          data={scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
        />
        <SegmentedControl
          aria-label={t('filter')}
          value={filter}
          onChange={(value) =>
            comments.set({ filter: filters.find((each) => each === value) ?? 'open', activeId: null })
          }
          data={filters.map((value) => ({ value, label: t(`filters.${value}`) }))}
        />
      </div>
      <div className={styles.barRow}>
        <Switch
          size="sm"
          label={t('suggestMode')}
          checked={suggesting}
          onChange={(event) => comments.set({ suggesting: event.currentTarget.checked, scope: 'step' })}
        />
        {stepId !== null && scope === 'step' && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconMessagePlus size="1rem" aria-hidden />}
            onClick={() => actions.composeAt('comment', stepId, null)}
          >
            {t('addToStep')}
          </Button>
        )}
      </div>
      {suggesting && <p className={styles.hint}>{t('suggestModeHint')}</p>}
      <SuggestionWalk />
      {status === 'loading' && (
        <p className={styles.hint} role="status">
          {t('loading')}
        </p>
      )}
      {status === 'failed' && (
        <p className={styles.hint} role="alert">
          {t('failed')}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void comments.load()}>
            {t('retry')}
          </Button>
        </p>
      )}
    </div>
  );
}
