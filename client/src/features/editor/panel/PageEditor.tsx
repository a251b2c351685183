import { Button } from '@mantine/core';
import type { Step } from '@daihon/shared/script/schema';
import { IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { usePolicy } from '../../../wire/policy.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { CommitInput } from './CommitInput.tsx';
import { panelMessages } from './messages.ts';
import styles from './Panel.module.css';
import { AddButton } from '../ui/AddButton.tsx';
import { Section } from './Section.tsx';
import { hostProblem } from './pageHost.ts';
import { sameParts } from './sameParts.ts';

/** A page beside the words, where the tenant allows its host; otherwise its text is read. */
export const PageEditor = memo(
  function PageEditor({ step }: { step: Step }) {
    const tp = useMessages(panelMessages);
    const { actions } = useEditor();
    const readOnly = useReadOnly();
    const { page } = step;
    if (page === undefined) {
      return (
        <Section title={tp('page.title')}>
          <AddButton
            onClick={() => {
              actions.set(step.id, { page: { url: '', title: '', fallback: '' } });
              actions.open(step.id, 'page');
            }}
          >
            {tp('page.add')}
          </AddButton>
        </Section>
      );
    }
    const set = (patch: Partial<NonNullable<Step['page']>>) =>
      actions.set(step.id, { page: { ...page, ...patch } });
    const place = (part: string) => ({ stepId: step.id, field: part === 'url' ? 'page' : `page:${part}` });
    return (
      <Section title={tp('page.title')}>
        <div className={styles.item}>
          <div className={styles.itemBody}>
            <label className={styles.labelled}>
              <span>{tp('page.url')}</span>
              <CommitInput
                className={styles.input}
                value={page.url}
                label={tp('page.url')}
                place={place('url')}
                placeholder={tp('page.urlHint')}
                maxLength={2_000}
                invalid={hostProblem(page.url, null) === 'notHttps'}
                onCommit={(url) => set({ url: url.trim() })}
              />
            </label>
            <HostNote url={page.url} />
            <label className={styles.labelled}>
              <span>{tp('page.name')}</span>
              <CommitInput
                className={styles.input}
                value={page.title}
                label={tp('page.name')}
                place={place('title')}
                placeholder={tp('page.nameHint')}
                onCommit={(title) => set({ title })}
              />
            </label>
            <label className={styles.labelled}>
              <span>{tp('page.fallback')}</span>
              <CommitInput
                className={styles.area}
                value={page.fallback}
                label={tp('page.fallback')}
                place={place('fallback')}
                placeholder={tp('page.fallbackHint')}
                maxLength={2_000}
                multiline
                onCommit={(fallback) => set({ fallback })}
              />
            </label>
            <Button
              variant="subtle"
              color="red"
              size="compact-xs"
              leftSection={<IconTrash size="0.875rem" aria-hidden />}
              disabled={readOnly}
              style={{ alignSelf: 'flex-start' }}
              onClick={() => actions.set(step.id, { page: null })}
            >
              {tp('page.remove')}
            </Button>
          </div>
        </div>
      </Section>
    );
  },
  sameParts('id', 'page'),
);

/** Whether the address can be shown at all, and which hosts could. */
function HostNote({ url }: { url: string }) {
  const tp = useMessages(panelMessages);
  const hosts = usePolicy()?.pages ?? null;
  const problem = hostProblem(url, hosts);
  if (problem === 'notHttps')
    return (
      <span className={styles.error} role="alert">
        {tp('page.notHttps')}
      </span>
    );
  if (hosts === null) return null;
  return (
    <>
      {problem !== null && (
        <span className={styles.warning} role="status">
          {tp('page.notAllowed', { host: problem })}
        </span>
      )}
      <span className={styles.note}>
        {hosts.length === 0 ? tp('page.noneAllowed') : tp('page.allowed', { hosts })}
      </span>
    </>
  );
}
