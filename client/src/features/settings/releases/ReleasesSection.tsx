import { NumberInput, Radio, Stack, Text } from '@mantine/core';
import { ReleaseRules } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import { SectionActions } from '../SectionActions.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useSectionForm } from '../useSectionForm.ts';
import { useChangeSettings } from '../useSettings.ts';
import { releasesMessages } from './messages.ts';

/** What is being typed may be no number yet; empty: no deadline. */
interface ReleasesForm {
  deadlineMinutes: Record<'confirm' | 'urgent', number | string | null>;
  gate: ReleaseRules['gate'];
}

const gates = ['off', 'script', 'all'] as const;
const classes = ['confirm', 'urgent'] as const;

/** Deadlines of acknowledgements, and what stands before the next call. */
export function ReleasesSection({ settings }: SectionProps) {
  const t = useMessages(releasesMessages);
  const { value, change, reset, dirty } = useSectionForm<ReleasesForm>(settings.releases);
  const save = useChangeSettings();
  const parsed = ReleaseRules.safeParse(value);
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('lead')}
      </Text>
      <Stack gap="sm">
        {classes.map((name) => (
          <NumberInput
            key={name}
            size="sm"
            maw="16rem"
            label={t(name)}
            description={t('none')}
            min={1}
            max={43_200}
            clampBehavior="none"
            allowDecimal={false}
            value={value.deadlineMinutes[name] ?? ''}
            error={isMinutes(value.deadlineMinutes[name]) ? null : t('bad')}
            onChange={(next) =>
              change({
                ...value,
                deadlineMinutes: { ...value.deadlineMinutes, [name]: next === '' ? null : next },
              })
            }
          />
        ))}
        <Radio.Group
          label={t('gate')}
          value={value.gate}
          onChange={(next) => {
            const gate = gates.find((each) => each === next);
            if (gate !== undefined) change({ ...value, gate });
          }}
        >
          <Stack gap={6} mt={6}>
            {gates.map((name) => (
              <Radio key={name} value={name} label={t(name)} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
      <SectionActions
        dirty={dirty}
        valid={parsed.success}
        saving={save.isPending}
        onReset={reset}
        onSave={() => parsed.success && save.mutate({ releases: parsed.data }, { onSuccess: reset })}
      />
    </>
  );
}

function isMinutes(value: number | string | null): boolean {
  return (
    value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 43_200)
  );
}
