import { Select, Tooltip } from '@mantine/core';
import type { FieldPatch } from '@daihon/shared/script/draft/editItems';
import { maskKinds, oneOf } from '@daihon/shared/script/kinds';
import type { Field } from '@daihon/shared/script/schema';
import { useMessages } from '../../../../app/i18n.ts';
import { useReadOnly } from '../../session/context.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';

const chosen: ReadonlySet<Field['type']> = new Set(['select', 'radio', 'checkbox', 'readback']);

/** 伏せ字: whether a value is hidden once it is typed, and how much of it. */
export function FieldMask({ field, onSet }: { field: Field; onSet: (patch: FieldPatch) => void }) {
  const t = useMessages(panelMessages);
  const readOnly = useReadOnly();
  // Of what is chosen the end tells everything.
  const kinds = maskKinds.filter((kind) => kind === 'all' || !chosen.has(field.type) || field.mask === kind);
  return (
    <Tooltip label={t(chosen.has(field.type) ? 'mask.chosen' : 'mask.hint')} multiline maw={280}>
      <Select
        role="combobox"
        className={styles.mask}
        size="xs"
        aria-label={t('mask.of', { field: field.label === '' ? field.key : field.label })}
        data={[
          { value: 'none', label: t('mask.none') },
          ...kinds.map((value) => ({ value, label: t(`mask.${value}`) })),
        ]}
        value={field.mask ?? 'none'}
        allowDeselect={false}
        disabled={readOnly}
        onChange={(value) => onSet({ mask: oneOf(maskKinds, value) })}
      />
    </Tooltip>
  );
}
