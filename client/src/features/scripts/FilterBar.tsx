import { Select } from '@mantine/core';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { useMessages } from '../../app/i18n.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import styles from './FilterBar.module.css';
import { useLabelText } from './LabelTag.tsx';
import { filterScripts, stateFilters } from './filterScripts.ts';
import type { ScriptFilter, StateFilter } from './filterScripts.ts';
import { builtInLabels, builtInOf } from './labels.ts';
import { scriptsMessages } from './messages.ts';

interface Props {
  filter: ScriptFilter;
  scripts: readonly ScriptSummary[];
  onChange: (change: Record<string, string | null>) => void;
}

export function FilterBar({ filter, scripts, onChange }: Props) {
  const t = useMessages(scriptsMessages);
  const labelText = useLabelText();
  const labels = [
    ...new Set([...builtInLabels, ...scripts.flatMap((script) => script.labels.map(builtInOf))]),
  ];
  const shown = filterScripts(scripts, filter).length;
  return (
    <div className={styles.bar} role="search">
      <SearchField
        className={styles.search}
        label={t('search')}
        value={filter.q}
        onChange={(q) => onChange({ q })}
      />
      <Select
        className={styles.choice ?? ''}
        aria-label={t('filter.state')}
        value={filter.state}
        data={stateFilters.map((value) => ({ value, label: stateText(value) }))}
        onChange={(value) => onChange({ state: value === 'all' ? null : value })}
      />
      <Select
        className={styles.choice ?? ''}
        aria-label={t('filter.label')}
        value={filter.label ?? ''}
        data={[
          { value: '', label: t('filter.allLabels') },
          ...labels.map((value) => ({ value, label: labelText(value) })),
        ]}
        onChange={(label) => onChange({ label })}
      />
      <span className={styles.count} role="status">
        {shown === scripts.length
          ? t('count', { count: shown })
          : t('countOf', { count: shown, total: scripts.length })}
      </span>
    </div>
  );

  function stateText(state: StateFilter): string {
    if (state === 'all' || state === 'changed') return t(`filter.${state}`);
    return t(`state.${state}`);
  }
}
