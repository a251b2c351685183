import { IconArrowBackUp, IconArrowRight, IconPhoneOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Step } from '@daihon/shared/script/schema';
import { offeredChoices } from '@daihon/shared/script/walk/offer';
import { shownText } from '@daihon/shared/script/walk/values';
import type { Explanation } from '@daihon/shared/script/explain';
import type { Offer } from '@daihon/shared/script/walk/offer';
import { useMessages } from '../../app/i18n.ts';
import { useWalk } from '../walk/walkContext.ts';
import { endsCall, jumpTarget, nextStepOf, returnOf } from '../walk/nextStep.ts';
import { walkMessages } from '../messages.ts';
import { outcomeText } from '../outcomeText.ts';
import styles from './ChoiceBar.module.css';

export interface ChoiceActions {
  choose: (choiceId: string) => void;
  next: () => void;
  goBackOut: () => void;
}

const manyChoices = 6;

/** The ways on, as large numbered buttons: always at the same place, whatever the length of the text. */
export function ChoiceBar({ step, actions }: { step: Step; actions: ChoiceActions }) {
  const t = useMessages(walkMessages);
  const { walk, outcomes } = useWalk();
  const offers = offeredChoices(walk);
  const next = nextStepOf(walk);
  const place = returnOf(walk);
  const jumps = jumpTarget(walk, step) !== null;
  return (
    <div
      className={styles.choices}
      data-many={offers.length >= manyChoices || undefined}
      role="group"
      aria-label={t('foot.choices')}
    >
      {jumps && (
        <Way
          badge="Enter"
          icon={<IconArrowRight size="1.125rem" aria-hidden />}
          label={t('foot.enterUnknown')}
          onClick={actions.next}
          strong
        />
      )}
      {offers.map((offer, index) => (
        <ChoiceButton
          key={offer.choice.id}
          offer={offer}
          number={index + 1}
          only={next.kind === 'choose' && next.choiceId === offer.choice.id}
          onChoose={() => actions.choose(offer.choice.id)}
        />
      ))}
      {endsCall(walk, step) && (
        <Way
          badge="Enter"
          icon={<IconPhoneOff size="1.125rem" aria-hidden />}
          label={
            step.outcome === null
              ? t('foot.end')
              : t('foot.endWith', { outcome: outcomeText(outcomes, step.outcome) })
          }
          onClick={actions.next}
          strong
        />
      )}
      {place !== null && (
        <Way
          badge="0"
          icon={<IconArrowBackUp size="1.125rem" aria-hidden />}
          label={t(place === 'interrupt' ? 'foot.returnTo' : 'foot.returnScript')}
          onClick={actions.goBackOut}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  offer: Offer;
  number: number;
  only: boolean;
  onChoose: () => void;
}

function ChoiceButton({ offer, number, only, onChoose }: ChoiceProps) {
  const t = useMessages(walkMessages);
  const { walk } = useWalk();
  const { choice, offered, reason } = offer;
  const why = reason === null || offered ? null : whyNot(reason);
  return (
    <button
      type="button"
      className={styles.choice}
      data-only={only || undefined}
      disabled={!offered}
      aria-keyshortcuts={number <= 9 ? `${number} Alt+${number}` : undefined}
      onClick={onChoose}
    >
      {number <= 9 && (
        <kbd className={styles.badge} aria-hidden>
          {number}
        </kbd>
      )}
      <span className={styles.label}>
        {shownText(walk, choice.label)}
        {why !== null && (
          <span className={styles.why} title={why}>
            {why}
          </span>
        )}
      </span>
      {only && (
        <kbd className={styles.enter} aria-hidden>
          Enter
        </kbd>
      )}
    </button>
  );

  /** A rule without words of its own is named by what it looks at; nobody reads an expression in a call. */
  function whyNot({ sentence, seen }: Explanation): string {
    if (sentence !== choice.when) return t('foot.when', { reason: sentence });
    return t('foot.dependsOn', { labels: seen.map(({ label }) => label).join('・') });
  }
}

interface WayProps {
  badge: string;
  icon: ReactNode;
  label: string;
  onClick: () => void;
  strong?: boolean;
}

function Way({ badge, icon, label, onClick, strong = false }: WayProps) {
  return (
    <button
      type="button"
      className={styles.choice}
      data-strong={strong || undefined}
      data-way
      onClick={onClick}
    >
      {badge.length === 1 && (
        <kbd className={styles.badge} aria-hidden>
          {badge}
        </kbd>
      )}
      {icon}
      <span className={styles.label}>{label}</span>
      {badge.length > 1 && (
        <kbd className={styles.enter} aria-hidden>
          {badge}
        </kbd>
      )}
    </button>
  );
}
