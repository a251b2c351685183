import { IconHeadset, IconPencil } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { FindingList } from '../checks/FindingList.tsx';
import { OpenComments } from '../comments/OpenComments.tsx';
import { editorMessages } from '../messages.ts';
import { usePeers } from '../session/context.ts';
import { Affects } from '../uses/Affects.tsx';
import type { Changes } from './changes.ts';
import styles from './Publish.module.css';

/** Whom the publish reaches now, who is still typing, and what stands against it. */
export function Impact({ changes: { running, findings, affects } }: { changes: Changes }) {
  const t = useMessages(editorMessages);
  const typing = usePeers().filter(({ ime, focus }) => ime || focus?.field != null);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <section className={styles.impact}>
      <p>
        <IconHeadset size="1.125rem" stroke={1.7} aria-hidden />
        {running.calls === 0
          ? t('publish.noneRunning')
          : t('publish.running', { calls: running.calls, onChanged: running.onChangedSteps })}
      </p>
      <Affects uses={affects} />
      {typing.length > 0 && (
        <p data-tone="warn">
          <IconPencil size="1.125rem" stroke={1.7} aria-hidden />
          {t('publish.typing', { names: typing.map(({ user }) => user.name) })}
        </p>
      )}
      <OpenComments />
      <div className={styles.findings}>
        <FindingList title={t('publish.blocked')} findings={errors} />
        <FindingList title={t('checks.warnings')} findings={warnings} />
      </div>
    </section>
  );
}
