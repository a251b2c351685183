import { useEffect, useRef, useState } from 'react';
import { currentStep } from '@daihon/shared/script/walk/state';
import { shownText } from '@daihon/shared/script/walk/values';
import { useMessages } from '../../app/i18n.ts';
import { useCall } from './call/callContext.ts';
import { useWalkActions } from '../../script/walk/useWalkActions.ts';
import { AsideWords, EndView, NewsStrip, OpenSheet, useLateParts } from './call/lateParts.tsx';
import { useCommands } from './call/useCommands.ts';
import styles from './CallScreen.module.css';
import { FieldList } from '../../script/fields/FieldList.tsx';
import { Announcer } from './frame/Announcer.tsx';
import { AsideLine } from '../../script/frame/AsideLine.tsx';
import { Withdrawn } from './withdrawn/inCall.tsx';
import { CallMenu } from './frame/CallMenu.tsx';
import { ChoiceBar } from '../../script/frame/ChoiceBar.tsx';
import { MemoPane } from './frame/MemoPane.tsx';
import { RefusalLine } from '../../script/frame/RefusalLine.tsx';
import { StepBody } from '../../script/frame/StepBody.tsx';
import { ToolBar } from './frame/ToolBar.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { Trail } from '../../script/frame/Trail.tsx';
import { useIsWide } from './frame/useIsWide.ts';
import { runMessages } from './messages.ts';
import type { SheetName } from './sheets/OpenSheet.tsx';
import { StepText } from '../../script/step/StepText.tsx';

/** One call: the frame stays, the text scrolls, everything can be done from the keyboard. */
export function CallScreen({ listHasNews, onNextCall }: { listHasNews: boolean; onNextCall: () => void }) {
  const t = useMessages(runMessages);
  const { view } = useCall();
  const actions = useWalkActions();
  useLateParts();
  const frame = useRef<HTMLDivElement>(null);
  const memo = useRef<HTMLTextAreaElement>(null);
  const wide = useIsWide(frame);
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [memoOpen, setMemoOpen] = useState(false);
  const { copy } = useCommands(actions, {
    memo,
    openMemo: () => setMemoOpen(true),
    sheetOpen: sheet !== null,
    openSheet: setSheet,
    onNextCall,
  });
  useEffect(() => {
    if (memoOpen) memo.current?.focus();
  }, [memoOpen]);

  const { walk } = view;
  const step = currentStep(walk);
  const hasAsides = (view.record.asides ?? []).length > 0;
  const ended = walk.ended !== null;
  const place = `${walk.path.length}/${walk.path.at(-1)?.stepId ?? ''}`;
  const fields = step !== null && <FieldList key={place} step={step} tried={actions.refusal !== null} />;
  return (
    <div className={styles.frame} ref={frame} data-wide={wide || undefined}>
      <TopBar listHasNews={listHasNews} menu={<CallMenu ended={ended} onCopy={copy} onOpen={setSheet} />} />
      {ended && <EndView onCopy={copy} onNext={onNextCall} />}
      {!ended && (
        <>
          <Trail />
          <StepBody
            place={place}
            over={view.news === null ? null : <NewsStrip />}
            aside={
              <>
                <AsideLine />
                <Withdrawn />
                {hasAsides && <AsideWords />}
              </>
            }
          >
            <StepText step={step} />
            {!wide && fields}
          </StepBody>
          {wide && (
            <div className={styles.side}>
              {step !== null && step.fields.length > 0 && <div className={styles.sideFields}>{fields}</div>}
              <MemoPane input={memo} onClose={null} />
            </div>
          )}
          {!wide && memoOpen && (
            <div className={styles.memo}>
              <MemoPane input={memo} onClose={closeMemo} />
            </div>
          )}
          <footer className={styles.foot}>
            {actions.refusal !== null && <RefusalLine refusal={actions.refusal} />}
            {step !== null && <ChoiceBar step={step} actions={actions} />}
            <ToolBar
              onBack={actions.back}
              onSearch={() => setSheet('search')}
              onInterrupts={() => setSheet('interrupts')}
              memo={wide ? null : { open: memoOpen, toggle: () => setMemoOpen(!memoOpen) }}
            />
          </footer>
        </>
      )}
      <Announcer title={ended ? t('end.title') : shownText(walk, step?.title ?? '')} place={place} />
      {sheet !== null && <OpenSheet name={sheet} onClose={() => setSheet(null)} />}
    </div>
  );

  function closeMemo(): void {
    setMemoOpen(false);
    document.querySelector<HTMLElement>('[data-step-body]')?.focus();
  }
}
