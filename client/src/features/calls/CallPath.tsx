import { IconArrowsExchange } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Call, PathEntry } from '@daihon/shared/call';
import type { Script } from '@daihon/shared/script/schema';
import { useMessages } from '../../app/i18n.ts';
import { Tag } from '../../ui/Tag.tsx';
import { Time } from '../../ui/Time.tsx';
import styles from './Call.module.css';
import { linesOf, placeOf, stepOf } from './callPath.ts';
import type { Place } from './callPath.ts';
import { callsMessages } from './messages.ts';

type Scripts = ReadonlyMap<string, Script>;

/** Step by step as the agent went, each as the version of that moment had it; then what was taken back. */
export function CallPath({ call, scripts }: { call: Call; scripts: Scripts }) {
  const t = useMessages(callsMessages);
  const undone = call.undone ?? [];
  return (
    <>
      <ol className={styles.steps} aria-label={t('steps')}>
        {linesOf(call).map((line) =>
          line.kind === 'switch' ? (
            <li key={`switch ${line.change.at}`} className={styles.switch}>
              <IconArrowsExchange size="1rem" aria-hidden />
              <span>
                {t('switched', { from: line.change.from, to: line.change.to })} (
                {t(`switchHow.${line.change.how}`)})
              </span>
              <Time iso={line.change.at} exact />
            </li>
          ) : (
            <Visit
              key={`${line.index} ${line.entry.stepId}`}
              entry={line.entry}
              place={line.place}
              number={line.index + 1}
              scripts={scripts}
              fault={call.unverified?.index === line.index}
            />
          ),
        )}
      </ol>
      {undone.length > 0 && (
        <details className={styles.undone}>
          <summary>{t('undone', { count: undone.length })}</summary>
          <ol className={styles.steps}>
            {undone.map((entry, index) => (
              <Visit
                key={`${index} ${entry.stepId}`}
                entry={entry}
                place={placeOf(call, entry)}
                number={null}
                scripts={scripts}
                fault={false}
                note={t(`undoneHow.${entry.undone.how}`)}
              />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

interface VisitProps {
  entry: PathEntry;
  place: Place;
  number: number | null;
  scripts: Scripts;
  fault: boolean;
  note?: string;
}

function Visit({ entry, place, number, scripts, fault, note }: VisitProps) {
  const t = useMessages(callsMessages);
  const { stepId, choiceId, at, via, reason, gates = [] } = entry;
  const step = stepOf(scripts, place, stepId);
  const choice = step?.choices.find(({ id }) => id === choiceId);
  const read = scripts.has(`${place.scriptId}@${place.version}`);
  const title = step === null ? (read ? t('lost') : stepId) : step.title === '' ? t('untitled') : step.title;
  return (
    <li className={styles.visit} data-fault={fault || undefined}>
      <span className={styles.number}>{number}</span>
      <span className={styles.what}>
        <Link to={`/scripts/${place.scriptId}/versions?v=${place.version}#step-${stepId}`}>{title}</Link>
        <span className={styles.notes}>
          <span>{t('versionOf', { number: place.version })}</span>
          {via !== undefined && via !== 'choice' && <span>{t(`via.${via}`)}</span>}
          {note !== undefined && <span>{note}</span>}
          {choice !== undefined && choice.label !== '' && <span>{t('chosen', { label: choice.label })}</span>}
          {reason !== undefined && <span>{t('reason', { reason })}</span>}
          {gates.map(({ gateId }) => (
            <span key={gateId}>
              {t('gate', { label: step?.gates.find(({ id }) => id === gateId)?.label ?? gateId })}
            </span>
          ))}
        </span>
        {fault && (
          <span>
            <Tag tone="amber">{t('unverified')}</Tag>
          </span>
        )}
      </span>
      <Time iso={at} exact />
    </li>
  );
}
