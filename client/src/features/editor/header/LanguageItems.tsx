import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { setMeta } from '@daihon/shared/script/draft/editScript';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useReadOnly, useScriptPart } from '../session/context.ts';
import { languageMessages } from './languageMessages.ts';

const languages = ['ja', 'en'] as const;

/** In which language the script is read out: amounts, dates, wording checks and seconds to read go by it. */
export function LanguageItems() {
  const t = useMessages(languageMessages);
  const { session } = useEditor();
  const readOnly = useReadOnly();
  const current = useScriptPart((script) => script.language);
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('label')}</Menu.Label>
      {languages.map((language) => (
        <Menu.Item
          key={language}
          role="menuitemradio"
          aria-checked={language === current}
          disabled={readOnly}
          rightSection={language === current && <IconCheck size="1rem" aria-hidden />}
          onClick={() => {
            if (language !== current) session.edit((doc) => setMeta(doc, { language }, session.origin));
          }}
        >
          {t(language)}
        </Menu.Item>
      ))}
    </>
  );
}
