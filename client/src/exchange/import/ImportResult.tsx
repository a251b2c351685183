import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconFileX, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Script } from '@daihon/shared/script/schema';
import type { DraftStanding, ImportMade, ImportPreview } from '@daihon/shared/wire/exchange';
import { useMessages } from '../../app/i18n.ts';
import { problemText } from '../../ui/problemText.ts';
import { Tag } from '../../ui/Tag.tsx';
import { toast } from '../../ui/toasts.ts';
import { ScriptOutline } from '../ScriptOutline.tsx';
import { ChangeList, countsOf } from './ChangeList.tsx';
import { DraftChanged, namesOf } from './DraftChanged.tsx';
import styles from './Import.module.css';
import { importMessages } from './messages.ts';
import { ProblemTable } from './ProblemTable.tsx';
import { standingOf, useRunImport } from './useImport.ts';
import type { Source } from './useImport.ts';

interface Props {
  preview: ImportPreview;
  source: Source;
  scriptId?: string;
  onDone: (made: ImportMade) => void;
  onOther: () => void;
  /** Reads the same file again, against the draft as it stands by then. */
  onLookAgain: () => void;
}

/** What a file would become, and everything that is wrong in it, before anything is made. */
export function ImportResult({ preview, source, scriptId, onDone, onOther, onLookAgain }: Props) {
  const t = useMessages(importMessages);
  const run = useRunImport();
  const { script, problems, findings } = preview;
  const [title, setTitle] = useState(script?.title ?? '');
  const [skip, setSkip] = useState(false);
  const [standing, setStanding] = useState<DraftStanding | null>(null);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const toMend = findings.filter(({ severity }) => severity === 'error').length;
  const ready = script !== null && title.trim() !== '' && (errors === 0 || skip);

  /** `tag` null: over whatever stands. */
  function make(tag: string | null): void {
    if (script === null) return;
    const ask = {
      ...source,
      title: title.trim(),
      skip,
      language: script.language,
      ...(scriptId === undefined ? {} : { scriptId }),
    };
    run.mutate(
      { ask, tag },
      {
        onSuccess: onDone,
        onError: (error) => {
          const changed = standingOf(error);
          setStanding(changed);
          if (changed === null) toast.error(problemText(error));
        },
      },
    );
  }

  return (
    <Stack gap="md">
      <Summary preview={preview} source={source} />
      {script === null && (
        <Alert color="red" icon={<IconFileX size="1.125rem" aria-hidden />} role="alert">
          {t('nothing')}
        </Alert>
      )}
      {preview.draft !== null && preview.draft.editors.length > 0 && standing === null && (
        <Alert color="yellow" icon={<IconUsers size="1.125rem" aria-hidden />} role="status">
          {t('othersHere', { names: namesOf(preview.draft.editors) })}
        </Alert>
      )}
      {problems.length > 0 ? <ProblemTable problems={problems} /> : <Fine />}
      {script !== null && (
        <>
          <TextInput
            label={t('title')}
            maxLength={200}
            value={title}
            error={title.trim() === '' ? t('titleMissing') : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Counts script={script} />
          {preview.changes !== null && <ChangeList changes={preview.changes} />}
          <div className={styles.outline} tabIndex={0} role="region" aria-label={t('count.steps')}>
            <ScriptOutline script={script} />
          </div>
          {toMend > 0 && (
            <Text size="sm" c="dimmed">
              {t('findings', { count: toMend })}
            </Text>
          )}
          {errors > 0 && (
            <Checkbox
              label={t('skip', { count: errors })}
              checked={skip}
              onChange={(event) => setSkip(event.currentTarget.checked)}
            />
          )}
        </>
      )}
      {standing !== null && (
        <DraftChanged
          standing={standing}
          busy={run.isPending}
          onLookAgain={onLookAgain}
          onReplace={() => make(null)}
        />
      )}
      <Group justify="space-between" gap="xs">
        <Button variant="default" onClick={onOther}>
          {t('other')}
        </Button>
        <Button
          disabled={!ready || standing !== null}
          loading={run.isPending}
          onClick={() => make(preview.draft?.tag ?? null)}
        >
          {t(scriptId === undefined ? 'make' : 'replace')}
        </Button>
      </Group>
    </Stack>
  );
}

function Summary({
  preview: { format, encoding, problems, changes },
  source,
}: Pick<Props, 'preview' | 'source'>) {
  const t = useMessages(importMessages);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <div className={styles.chips} role="status">
      {source.name !== '' && <strong>{source.name}</strong>}
      {format !== null && <Tag tone="accent">{t(`format.${format}`)}</Tag>}
      {encoding !== null && <Tag>{t(`encoding.${encoding}`)}</Tag>}
      {errors > 0 && <Tag tone="red">{t('errors', { count: errors })}</Tag>}
      {warnings > 0 && <Tag tone="amber">{t('warnings', { count: warnings })}</Tag>}
      {changes !== null && <Tag tone="blue">{t('changes', countsOf(changes))}</Tag>}
    </div>
  );
}

function Fine() {
  const t = useMessages(importMessages);
  return (
    <Group gap="xs" c="var(--dh-ok)">
      <IconCircleCheck size="1.125rem" aria-hidden />
      <span>{t('fine')}</span>
    </Group>
  );
}

function Counts({ script }: { script: Script }) {
  const t = useMessages(importMessages);
  const sum = (of: 'choices' | 'fields') => script.steps.reduce((total, step) => total + step[of].length, 0);
  const counts = {
    steps: script.steps.length,
    choices: sum('choices'),
    groups: script.groups.length,
    fields: sum('fields'),
    placeholders: script.placeholders.length,
    interrupts: script.interrupts.length,
  };
  const names = ['steps', 'choices', 'groups', 'fields', 'placeholders', 'interrupts'] as const;
  return (
    <dl className={styles.counts}>
      {names
        .filter((name) => counts[name] > 0)
        .map((name) => (
          <div key={name}>
            <dt>{t(`count.${name}`)}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
    </dl>
  );
}
