import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { editorMessages } from '../../messages.ts';
import { useEditor, useScript } from '../../session/context.ts';
import { usesOf } from '../../session/keyUses.ts';
import { stepLabel } from '../../session/outline.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';

/** Where a placeholder is asked for; each leads there. */
export function PlaceholderUses({ name }: { name: string }) {
  const t = useMessages(editorMessages);
  const tp = useMessages(panelMessages);
  const { actions } = useEditor();
  const script = useScript();
  const [open, setOpen] = useState(false);
  const uses = usesOf(script, name);
  if (uses.length === 0) return <span className={styles.unused}>{tp('placeholder.unused')}</span>;
  return (
    <div>
      <button
        type="button"
        className={styles.textButton}
        aria-expanded={open}
        aria-label={`${tp('placeholder.usesCount', { count: uses.length })}: ${name}`}
        onClick={() => setOpen(!open)}
      >
        {tp('placeholder.usesCount', { count: uses.length })}
      </button>
      {open && (
        <ul className={styles.entries} aria-label={tp('placeholder.uses')}>
          {uses.map(({ stepId, kind, place }, index) => (
            <li key={`${stepId}-${place}-${index}`}>
              <button type="button" className={styles.entry} onClick={() => actions.open(stepId, place)}>
                {stepLabel(script, stepId, t('untitled'))}
                <span>{tp(`placeholder.use.${kind}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
