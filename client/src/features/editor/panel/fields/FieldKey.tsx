import { renameField } from '@daihon/shared/script/draft/renameKey';
import type { Field, Script, Step } from '@daihon/shared/script/schema';
import { useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { toast } from '../../../../ui/toasts.ts';
import { editorMessages } from '../../messages.ts';
import { usesOf } from '../../session/keyUses.ts';
import { useEditor, useScript } from '../../session/context.ts';
import { KeyInput } from '../KeyInput.tsx';
import { keyProblem } from '../keyProblem.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';

/** The key of a field. What asks for it is renamed with it, in one undo; how many that are is said before. */
export function FieldKey({ step, field }: { step: Step; field: Field }) {
  const t = useMessages(editorMessages);
  const tp = useMessages(panelMessages);
  const { session } = useEditor();
  const script = useScript();
  const [inside, setInside] = useState(false);
  const { key } = field;
  const standing = standingOf(script, step, field);
  const count = inside && standing === 'own' ? usesOf(script, key).length : 0;
  const rename = (to: string) => {
    if (to === key) return;
    const uses = standing === 'own' ? usesOf(script, key).length : 0;
    session.edit((doc) =>
      renameField(
        doc,
        { stepId: step.id, fieldId: field.id, from: key },
        to,
        { uses: uses > 0 },
        session.origin,
      ),
    );
    if (uses > 0) toast.success(tp('key.renamed', { from: key, to, count: uses }));
  };
  return (
    <div className={styles.condition} onFocus={() => setInside(true)} onBlur={() => setInside(false)}>
      <KeyInput
        value={key}
        label={t('fields.key')}
        place={{ stepId: step.id, field: `key:${field.id}` }}
        placeholder={t('fields.keyHint')}
        problem={(wanted) => {
          const problem = keyProblem(wanted);
          return problem === null ? null : t(`fields.${problem}`, { key: wanted });
        }}
        onCommit={rename}
      />
      {standing === 'clash' && (
        <span className={styles.error} role="alert">
          {tp('key.clash', { key })}
        </span>
      )}
      {inside && count > 0 && <span className={styles.note}>{tp('key.uses', { count })}</span>}
      {inside && standing === 'shared' && <span className={styles.note}>{tp('key.shared')}</span>}
      {!inside && standing === 'shared' && <span className={styles.note}>{tp('key.together')}</span>}
    </div>
  );
}

/** Whether a key is this field's alone, one value asked for at several places, or a mistake. */
function standingOf({ steps, placeholders }: Script, step: Step, field: Field): 'own' | 'shared' | 'clash' {
  const same = steps.flatMap(({ fields, id }) =>
    fields.flatMap((other) => (other.key === field.key && other.id !== field.id ? [{ id, other }] : [])),
  );
  if (same.some(({ id, other }) => id === step.id || other.type !== field.type)) return 'clash';
  return same.length > 0 || placeholders.some(({ key }) => key === field.key) ? 'shared' : 'own';
}
