import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { builtInOf, labelCatalogue } from '@daihon/shared/labels';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { usePolicy } from '../../../wire/policy.ts';
import { tellBulk } from '../data/tellBulk.ts';
import { usePatchScripts } from '../data/useBulk.ts';
import { useLabelText } from '../../../script/labelText.ts';
import { LabelTag } from './LabelTag.tsx';
import { NewLabel } from './NewLabel.tsx';
import { labelMessages } from './messages.ts';

interface Props {
  scripts: readonly ScriptSummary[];
  onClose: () => void;
}

/** Labels of one script or of many at once: what is not touched stays as it is on each. */
export function LabelsDialog({ scripts, onClose }: Props) {
  const t = useMessages(labelMessages);
  const labelText = useLabelText();
  const own = usePolicy()?.labels ?? [];
  const patch = usePatchScripts();
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
  const present = scripts.map((script) => new Set(script.labels.map(builtInOf)));
  const offered = [
    ...new Set([
      ...labelCatalogue(own).map(({ name }) => name),
      ...present.flatMap((labels) => [...labels]),
      ...wanted.keys(),
    ]),
  ];
  const having = (label: string) => present.filter((labels) => labels.has(label)).length;

  function save(): void {
    const patches = scripts.map((script, index) => {
      const labels = new Set(present[index]);
      for (const [label, on] of wanted) {
        if (on) labels.add(label);
        else labels.delete(label);
      }
      return { script, change: { labels: [...labels] } };
    });
    patch.mutate(patches, {
      onSuccess: (result) => {
        const back = scripts.map((script) => ({ script, change: { labels: script.labels } }));
        tellBulk(result, t('saved', { count: result.done }), () => patch.mutate(back));
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('save')}
      busy={patch.isPending}
      disabled={wanted.size === 0}
      onClose={onClose}
      onConfirm={save}
    >
      <Text c="dimmed" size="sm" mb="md">
        {scripts.length === 1
          ? t('leadOne', { title: scripts[0]?.title ?? '' })
          : t('leadMany', { count: scripts.length })}{' '}
        {t('uses')}
      </Text>
      <Stack gap="sm">
        {offered.map((label) => {
          const count = having(label);
          const on = wanted.get(label) ?? count === scripts.length;
          return (
            <Checkbox
              key={label}
              checked={on}
              indeterminate={!wanted.has(label) && count > 0 && count < scripts.length}
              aria-label={labelText(label)}
              label={<LabelTag label={label} />}
              onChange={() => setWanted(new Map([...wanted, [label, !on]]))}
            />
          );
        })}
        <NewLabel onMade={(name) => setWanted(new Map([...wanted, [name, true]]))} />
      </Stack>
    </ConfirmDialog>
  );
}
