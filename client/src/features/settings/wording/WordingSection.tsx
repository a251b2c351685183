import { Text } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { SectionActions } from '../SectionActions.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useSectionForm } from '../useSectionForm.ts';
import { useChangeSettings } from '../useSettings.ts';
import { AllowedWords } from './AllowedWords.tsx';
import { ForbiddenTable } from './ForbiddenTable.tsx';
import { SynonymLines } from './SynonymLines.tsx';
import { wordingMessages } from './messages.ts';
import { PreferredTable } from './PreferredTable.tsx';
import { repeated } from './repeated.ts';

export function WordingSection({ settings }: SectionProps) {
  const t = useMessages(wordingMessages);
  const { value, change, reset, dirty } = useSectionForm(settings.wording);
  const save = useChangeSettings();
  const words = value.forbidden.map(({ word }) => word);
  const uses = value.preferred.map(({ use }) => use);
  const complete = value.preferred.every(({ variants }) => variants.length > 0);
  const filled = [...words, ...uses].every((word) => word.trim() !== '');
  const together = value.synonyms.every((group) => group.length > 1);
  const valid = together && complete && filled && repeated(words).size === 0 && repeated(uses).size === 0;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('lead')}
      </Text>
      <ForbiddenTable rows={value.forbidden} onChange={(forbidden) => change({ ...value, forbidden })} />
      <PreferredTable rows={value.preferred} onChange={(preferred) => change({ ...value, preferred })} />
      <AllowedWords words={value.allowed} onChange={(allowed) => change({ ...value, allowed })} />
      <SynonymLines groups={value.synonyms} onChange={(synonyms) => change({ ...value, synonyms })} />
      <SectionActions
        dirty={dirty}
        valid={valid}
        saving={save.isPending}
        onReset={reset}
        onSave={() => save.mutate({ wording: value }, { onSuccess: reset })}
      />
    </>
  );
}
