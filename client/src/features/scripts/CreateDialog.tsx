import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../app/i18n.ts';
import { usePreferences } from '../../app/preferences.ts';
import { uiMessages } from '../../ui/messages.ts';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import styles from './CreateDialog.module.css';
import { scriptsMessages } from './messages.ts';
import { useCreateScript, useTemplates } from './data/useScripts.ts';

export function CreateDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useMessages(scriptsMessages);
  const ui = useMessages(uiMessages);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={<strong>{t('createTitle')}</strong>}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <CreateForm onClose={onClose} />
    </Modal>
  );
}

function CreateForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(scriptsMessages);
  const ui = useMessages(uiMessages);
  const navigate = useNavigate();
  const create = useCreateScript();
  const [title, setTitle] = useState('');
  const [templateId, setTemplateId] = useState('');
  const [asked, setAsked] = useState(false);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (title.trim() === '') return;
    create.mutate(
      { title: title.trim(), ...(templateId === '' ? {} : { templateId }) },
      {
        onSuccess: (script) => void navigate(`/scripts/${script.id}`),
        onError: (error) => toast.error(problemText(error)),
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <TextInput
          label={t('name')}
          placeholder={t('nameHint')}
          maxLength={200}
          data-autofocus
          value={title}
          error={asked && title.trim() === '' ? t('nameMissing') : null}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TemplateChoice value={templateId} onChange={pick} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );

  /** A template brings its title along unless one was typed. */
  function pick(id: string, templateTitle: string, knownTitles: readonly string[]): void {
    setTemplateId(id);
    if (title === '' || knownTitles.includes(title)) setTitle(templateTitle);
  }
}

interface ChoiceProps {
  value: string;
  onChange: (id: string, title: string, knownTitles: readonly string[]) => void;
}

function TemplateChoice({ value, onChange }: ChoiceProps) {
  const t = useMessages(scriptsMessages);
  const { language } = usePreferences();
  const templates = useTemplates(true).data ?? [];
  // Those in the reader's language first.
  const sorted = templates.toSorted(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  );
  const titles = templates.map((each) => each.title);
  return (
    <Radio.Group
      label={t('start')}
      value={value}
      onChange={(id) => onChange(id, templates.find((each) => each.id === id)?.title ?? '', titles)}
    >
      <div className={styles.grid}>
        <TemplateCard value="" title={t('blank')} description={t('blankHint')} />
        {sorted.map((each) => (
          <TemplateCard
            key={each.id}
            value={each.id}
            title={each.title}
            description={each.description}
            language={t(`languages.${each.language}`)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

interface CardProps {
  value: string;
  title: string;
  description: string;
  language?: string;
}

function TemplateCard({ value, title, description, language }: CardProps) {
  return (
    <Radio.Card value={value} className={styles.card ?? ''} radius="md">
      <Radio.Indicator size="xs" className={styles.mark ?? ''} />
      <span className={styles.text}>
        <span className={styles.name}>{title}</span>
        {language !== undefined && <span className={styles.language}>{language}</span>}
        <span className={styles.description}>{description}</span>
      </span>
    </Radio.Card>
  );
}
