import { Link } from 'react-router';
import type { Call } from '@daihon/shared/call';
import { labelOfKey } from '@daihon/shared/script/callValues';
import type { Field, Script } from '@daihon/shared/script/schema';
import { useMessages } from '../../app/i18n.ts';
import { fieldText } from '../../script/fieldText.ts';
import { outcomeText } from '../../script/outcomeText.ts';
import { Time } from '../../ui/Time.tsx';
import { usePolicy } from '../../wire/policy.ts';
import styles from './Call.module.css';
import { lengthText } from './callPath.ts';
import { callsMessages } from './messages.ts';

export function CallFacts({ call }: { call: Call }) {
  const t = useMessages(callsMessages);
  const outcomes = usePolicy()?.outcomes ?? [];
  const { scriptId, version, agent, startedAt, endedAt, outcome } = call;
  return (
    <dl className={styles.facts}>
      <dt>{t('version')}</dt>
      <dd>
        <Link to={`/scripts/${scriptId}/versions?v=${version}`}>{t('versionLink', { number: version })}</Link>
      </dd>
      <dt>{t('agent')}</dt>
      <dd>{agent?.name}</dd>
      <dt>{t('started')}</dt>
      <dd>
        <Time iso={startedAt} exact />
      </dd>
      <dt>{t('ended')}</dt>
      <dd>
        {endedAt === null ? (
          t('open')
        ) : (
          <>
            <Time iso={endedAt} exact /> ({lengthText(call)})
          </>
        )}
      </dd>
      <dt>{t('outcome')}</dt>
      <dd>{outcome === null ? t('noOutcome') : outcomeText(outcomes, outcome)}</dd>
    </dl>
  );
}

/** What was entered, under the labels of the versions; values with a mask come hidden from the server. */
export function CallValues({ call, scripts }: { call: Call; scripts: ReadonlyMap<string, Script> }) {
  const t = useMessages(callsMessages);
  const values = Object.entries({ ...call.placeholders, ...call.fields });
  if (values.length === 0) return <p className={styles.memo}>{t('noValues')}</p>;
  return (
    <dl className={styles.facts}>
      {values.map(([key, value]) => (
        <div key={key} className={styles.value}>
          <dt>{labelIn(scripts, key)}</dt>
          <dd>{fieldText(fieldIn(scripts, key) ?? {}, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function fieldIn(scripts: ReadonlyMap<string, Script>, key: string): Field | undefined {
  const fields = [...scripts.values()].flatMap(({ steps }) => steps.flatMap((step) => step.fields));
  return fields.find((field) => field.key === ownKey(key));
}

/** Without the steps that called the part that it belongs to. */
function ownKey(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function labelIn(scripts: ReadonlyMap<string, Script>, key: string): string {
  const own = ownKey(key);
  for (const script of scripts.values()) {
    const label = labelOfKey(script, own);
    if (label !== null && label !== '') return label;
  }
  return key;
}
