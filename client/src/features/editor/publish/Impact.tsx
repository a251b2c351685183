import { IconBroadcast, IconHeadset } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { FindingList } from '../checks/FindingList.tsx';
import { OpenComments } from '../comments/OpenComments.tsx';
import { editorMessages } from '../messages.ts';
import { Affects } from '../uses/Affects.tsx';
import type { Changes } from './changes.ts';
import styles from './Publish.module.css';
import { TypingNow } from './TypingNow.tsx';

/** Whom the publish reaches now, who is still typing, and what stands against it. */
export function Impact({ changes: { running, reach, findings, affects } }: { changes: Changes }) {
  const t = useMessages(editorMessages);
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
      <p>
        <IconBroadcast size="1.125rem" stroke={1.7} aria-hidden />
        {t('publish.reach', { agents: reach.agents, connected: reach.connected })}
      </p>
      <Affects uses={affects} />
      <TypingNow />
      <OpenComments />
      <div className={styles.findings}>
        <FindingList title={t('publish.blocked')} findings={errors} heldFixes />
        <FindingList title={t('checks.warnings')} findings={warnings} heldFixes />
      </div>
    </section>
  );
}
