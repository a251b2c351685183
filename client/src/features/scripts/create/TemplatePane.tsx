import { Button, Group, Radio, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { uiMessages } from '../../../ui/messages.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import styles from './Create.module.css';
import { createMessages } from './messages.ts';
import { TemplatePreview } from './TemplatePreview.tsx';
import { useCreate, useTemplates } from './useCreate.ts';

interface Props {
  onDone: (script: ScriptSummary) => void;
  onClose: () => void;
}

/** The templates that ship, each to look at before it is chosen, and an empty script. */
export function TemplatePane({ onDone, onClose }: Props) {
  const t = useMessages(createMessages);
  const ui = useMessages(uiMessages);
  const create = useCreate();
  const { language: own } = usePreferences();
  const [language, setLanguage] = useState(own);
  const all = useTemplates().data ?? [];
  const templates = all.filter((each) => each.language === language);
  const [title, setTitle] = useState('');
  const [templateId, setTemplateId] = useState('');
  const [asked, setAsked] = useState(false);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (title.trim() === '') return;
    const ask = { title: title.trim(), ...(templateId === '' ? { language } : { templateId }) };
    create.mutate(ask, { onSuccess: onDone, onError: (error) => toast.error(problemText(error)) });
  }

  /** A template brings its title along unless one was typed. */
  function pick(id: string): void {
    setTemplateId(id);
    const titles = all.map((each) => each.title);
    if (title === '' || titles.includes(title)) setTitle(all.find((each) => each.id === id)?.title ?? '');
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
        <div className={styles.columns}>
          <Radio.Group
            label={
              <span className={styles.head}>
                {t('start')}
                <SegmentedControl
                  aria-label={t('language')}
                  value={language}
                  onChange={(value) => {
                    setLanguage(value === 'en' ? 'en' : 'ja');
                    pick('');
                  }}
                  data={[
                    { value: 'ja', label: t('languages.ja') },
                    { value: 'en', label: t('languages.en') },
                  ]}
                />
              </span>
            }
            value={templateId}
            onChange={pick}
          >
            <div className={styles.list}>
              <TemplateCard value="" title={t('blank')} description={t('blankHint')} />
              {templates.map((each) => (
                <TemplateCard
                  key={each.id}
                  value={each.id}
                  title={each.title}
                  description={each.description}
                />
              ))}
            </div>
          </Radio.Group>
          {templateId === '' ? (
            <p className={`${styles.preview ?? ''} ${styles.blank ?? ''}`}>{t('blankPreview')}</p>
          ) : (
            <TemplatePreview id={templateId} />
          )}
        </div>
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
}

function TemplateCard({ value, title, description }: { value: string; title: string; description: string }) {
  return (
    <Radio.Card value={value} className={styles.card ?? ''} radius="md">
      <Radio.Indicator size="xs" className={styles.mark ?? ''} />
      <span>
        <span className={styles.name}>{title}</span>
        <span className={styles.quiet}>{description}</span>
      </span>
    </Radio.Card>
  );
}
