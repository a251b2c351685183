import { NumberInput, Radio, Stack, Text } from '@mantine/core';
import { withTax } from '@daihon/shared/calendar/tax';
import { Tax } from '@daihon/shared/settings';
import { useMessages } from '../../../app/i18n.ts';
import { SectionActions } from '../SectionActions.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useSectionForm } from '../useSectionForm.ts';
import { useChangeSettings } from '../useSettings.ts';
import { taxMessages } from './messages.ts';

const sampleAmount = 985;
const roundings = ['down', 'nearest', 'up'] as const;

/** Rates and rounding of calculated amounts. */
export function TaxSection({ settings }: SectionProps) {
  const t = useMessages(taxMessages);
  const { value, change, reset, dirty } = useSectionForm<TaxForm>(settings.tax);
  const save = useChangeSettings();
  const parsed = Tax.safeParse(value);
  const rate = (name: 'standardPercent' | 'reducedPercent', label: string) => (
    <NumberInput
      size="sm"
      maw="12rem"
      label={label}
      min={0}
      max={100}
      clampBehavior="none"
      decimalScale={2}
      value={value[name]}
      error={Tax.shape[name].safeParse(value[name]).success ? null : t('bad')}
      onChange={(next) => change({ ...value, [name]: next })}
    />
  );
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('lead')}
      </Text>
      <Stack gap="sm">
        {rate('standardPercent', t('standard'))}
        {rate('reducedPercent', t('reduced'))}
        <Radio.Group
          label={t('rounding')}
          value={value.rounding}
          onChange={(next) => {
            const rounding = roundings.find((each) => each === next);
            if (rounding !== undefined) change({ ...value, rounding });
          }}
        >
          <Stack gap={6} mt={6}>
            {roundings.map((name) => (
              <Radio key={name} value={name} label={t(name)} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
      {parsed.success && <Example tax={parsed.data} />}
      <SectionActions
        dirty={dirty}
        valid={parsed.success}
        saving={save.isPending}
        onReset={reset}
        onSave={() => parsed.success && save.mutate({ tax: parsed.data }, { onSuccess: reset })}
      />
    </>
  );
}

/** What is being typed may be no number yet. */
type TaxForm = Record<'standardPercent' | 'reducedPercent', number | string> & Pick<Tax, 'rounding'>;

function Example({ tax: { standardPercent, reducedPercent, rounding } }: { tax: Tax }) {
  const t = useMessages(taxMessages);
  const yen = (percent: number): string =>
    (withTax(sampleAmount, percent, rounding) ?? sampleAmount).toLocaleString('en');
  return (
    <Text size="sm" mt="sm" role="status">
      {t('example', { amount: sampleAmount, standard: yen(standardPercent), reduced: yen(reducedPercent) })}
    </Text>
  );
}
