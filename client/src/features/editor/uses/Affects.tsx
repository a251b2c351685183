import { Button } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import type { ScriptUse } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import { UseList } from '../../../script/uses/UseList.tsx';
import { usesMessages } from '../../../script/uses/messages.ts';

/** Before a publish: the scripts that call this one, and so run what goes out. */
export function Affects({ uses }: { uses: readonly ScriptUse[] }) {
  const t = useMessages(usesMessages);
  const [shown, setShown] = useState(false);
  if (uses.length === 0) return null;
  return (
    <>
      <p>
        <IconSitemap size="1.125rem" stroke={1.7} aria-hidden />
        {t('affects', { count: uses.length })}
        <Button size="compact-xs" variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t('show')}
        </Button>
      </p>
      {shown && <UseList uses={uses} />}
    </>
  );
}
