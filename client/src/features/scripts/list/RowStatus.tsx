import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { ScriptStatus } from '@daihon/shared/wire/library';
import { initialsOf } from '../../../app/initials.ts';
import { useMessages } from '../../../app/i18n.ts';
import { scriptsMessages } from '../messages.ts';
import styles from './ScriptTable.module.css';

/** What the check says of the draft, in numbers. */
export function Findings({ status: { errors, warnings } }: { status: ScriptStatus }) {
  const t = useMessages(scriptsMessages);
  if (errors + warnings === 0) return null;
  const label = t('findings', { errors, warnings });
  const Icon = errors > 0 ? IconCircleX : IconAlertTriangle;
  return (
    <Tooltip label={label}>
      <span
        className={styles.findings}
        data-tone={errors > 0 ? 'error' : 'warning'}
        role="img"
        aria-label={label}
      >
        <Icon size="0.9375rem" stroke={1.9} aria-hidden />
        {errors > 0 ? errors : warnings}
      </span>
    </Tooltip>
  );
}

const shownPeople = 3;

/** Who is in the draft at this moment. */
export function PeopleIn({ people }: { people: ScriptStatus['editors'] }) {
  const t = useMessages(scriptsMessages);
  const label = t('editing', { names: people.map(({ name }) => name) });
  return (
    <Tooltip label={label}>
      <span className={styles.people} role="img" aria-label={label}>
        {people.slice(0, shownPeople).map(({ id, name, color }) => (
          <span key={id} style={{ background: color }} aria-hidden>
            {initialsOf(name)}
          </span>
        ))}
        {people.length > shownPeople && <span aria-hidden>+{people.length - shownPeople}</span>}
      </span>
    </Tooltip>
  );
}
