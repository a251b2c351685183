import { Button, Select } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { labelCatalogue, builtInOf } from '@daihon/shared/labels';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { SearchField } from '../../../ui/SearchField.tsx';
import { usePolicy } from '../../../wire/policy.ts';
import { useSession } from '../../../wire/session.ts';
import { useLabelText } from '../../../script/labelText.ts';
import { scriptsMessages } from '../messages.ts';
import styles from './FilterBar.module.css';
import { countFilters, reviewFilters, stateFilters, updatedFilters } from './filterScripts.ts';
import type { ScriptFilter, StateFilter } from './filterScripts.ts';

interface Props {
  filter: ScriptFilter;
  scripts: readonly ScriptSummary[];
  shown: number;
  /** Whether the texts are being searched. */
  searching: boolean;
  onChange: (change: Record<string, string | null>) => void;
}

export function FilterBar({ filter, scripts, shown, searching, onChange }: Props) {
  const t = useMessages(scriptsMessages);
  const [more, setMore] = useState(false);
  const count = countFilters(filter);
  const archived = filter.state === 'archived';
  const total = scripts.filter(({ state }) => (state === 'archived') === archived).length;
  return (
    <div className={styles.bar} role="search">
      <SearchField
        className={styles.search}
        label={t('search')}
        value={filter.q}
        onChange={(q) => onChange({ q })}
      />
      <Button
        className={styles.more ?? ''}
        variant="default"
        aria-expanded={more}
        leftSection={<IconAdjustmentsHorizontal size="1rem" aria-hidden />}
        onClick={() => setMore(!more)}
      >
        {count === 0 ? t('filter.more') : t('filter.moreCount', { count })}
      </Button>
      <div className={styles.choices} data-open={more || undefined}>
        <Choices filter={filter} scripts={scripts} onChange={onChange} />
      </div>
      <span className={styles.count} role="status">
        {searching
          ? t('searching')
          : shown === total
            ? t('count', { count: shown })
            : t('countOf', { count: shown, total })}
      </span>
    </div>
  );
}

function Choices({ filter, scripts, onChange }: Pick<Props, 'filter' | 'scripts' | 'onChange'>) {
  const t = useMessages(scriptsMessages);
  const labelText = useLabelText();
  const account = useSession();
  const own = usePolicy()?.labels ?? [];
  const labels = [
    ...new Set([
      ...labelCatalogue(own).map(({ name }) => name),
      ...scripts.flatMap((script) => script.labels.map(builtInOf)),
    ]),
  ];
  const owners = new Map<string, string>(
    scripts.flatMap(({ owner }) => (owner === null ? [] : [[owner.id, owner.name] as const])),
  );
  owners.delete(account.id);
  const choose = (name: string, data: { value: string; label: string }[], value: string) => (
    <Select
      className={styles.choice ?? ''}
      aria-label={t(`filter.${name}` as 'filter.state')}
      data-active={value !== (data[0]?.value ?? '') || undefined}
      value={value}
      data={data}
      searchable={data.length > 12}
      onChange={(next) => onChange({ [name]: next === data[0]?.value ? null : next })}
    />
  );
  return (
    <>
      {choose(
        'state',
        stateFilters.map((value) => ({ value, label: stateText(value) })),
        filter.state,
      )}
      {choose(
        'label',
        [
          { value: '', label: t('filter.allLabels') },
          ...labels.map((value) => ({ value, label: labelText(value) })),
        ],
        filter.label ?? '',
      )}
      {choose(
        'owner',
        [
          { value: '', label: t('filter.allOwners') },
          { value: account.id, label: t('filter.mine') },
          { value: 'none', label: t('filter.noOwner') },
          ...[...owners].map(([value, label]) => ({ value, label })),
        ],
        filter.owner ?? '',
      )}
      {choose(
        'review',
        [
          { value: '', label: t('filter.allReviews') },
          ...reviewFilters.map((value) => ({ value, label: t(`filter.reviews.${value}`) })),
        ],
        filter.review ?? '',
      )}
      {choose(
        'updated',
        [
          { value: '', label: t('filter.allDates') },
          ...updatedFilters.map((value) => ({ value, label: t(`filter.dates.${value}`) })),
        ],
        filter.updated ?? '',
      )}
    </>
  );

  function stateText(state: StateFilter): string {
    if (state === 'all' || state === 'changed') return t(`filter.${state}`);
    return t(`state.${state}`);
  }
}
