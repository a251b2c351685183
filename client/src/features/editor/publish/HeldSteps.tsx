import type { HeldWay } from '@daihon/shared/script/outgoing/holdBack';
import { Switch } from '@mantine/core';
import { IconHammer } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor, useScript } from '../session/context.ts';
import { outlineOf } from '../session/outline.ts';
import { publishMessages } from './messages.ts';
import styles from './Publish.module.css';

interface HeldStepsProps {
  /** The steps of the current version. */
  published: ReadonlySet<string>;
  /** The ways that go out otherwise because of them. */
  ways: readonly HeldWay[];
}

/** The steps marked 作業中, each with what goes out in its stead and a switch to include it after all. */
export function HeldSteps({ published, ways }: HeldStepsProps) {
  const t = useMessages(publishMessages);
  const { actions } = useEditor();
  const script = useScript();
  const held = script.steps.filter(({ hold }) => hold);
  if (held.length === 0) return null;
  const { numbers } = outlineOf(script);
  const nameOf = (id: string | null) => {
    const title = script.steps.find((step) => step.id === id)?.title ?? '';
    return title === '' ? t('untitled') : title;
  };
  const wayText = ({ heldId, stepId, kind, label, to }: HeldWay) => {
    const values = { label: label === '' ? t('unnamed') : label, from: nameOf(stepId), to: nameOf(to) };
    if (kind === 'start') return t('wayStart', values);
    if (kind === 'interrupt') return t(to === null ? 'wayInterruptOut' : 'wayInterrupt', values);
    if (to === null) return t('wayOut', values);
    return t(stepId === heldId ? 'wayOwn' : 'way', values);
  };
  return (
    <section className={styles.held} aria-label={t('held')}>
      <h3>
        <IconHammer size="1rem" stroke={1.8} aria-hidden />
        {t('held')}
        <span>{held.length}</span>
      </h3>
      <p>{t('heldHint')}</p>
      <ul>
        {held.map(({ id, title }) => {
          const step = `${numbers.get(id) ?? ''} ${title === '' ? t('untitled') : title}`;
          return (
            <li key={id}>
              <div>
                <strong>{step}</strong>
                <span>{t(published.has(id) ? 'heldOld' : 'heldNew')}</span>
                {ways
                  .filter(({ heldId }) => heldId === id)
                  .map((way, index) => (
                    <span key={index}>{wayText(way)}</span>
                  ))}
              </div>
              <Switch
                checked
                aria-label={t('heldSwitch', { step })}
                onChange={() => actions.set(id, { hold: false })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
