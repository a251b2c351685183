import { IconArrowsSplit2, IconChevronLeft, IconNotes, IconSearch } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { currentScript, currentStep } from '@daihon/shared/script/walk/state';
import { useMessages } from '../../app/i18n.ts';
import { toast } from '../../ui/toasts.ts';
import { useCall } from './call/callContext.ts';
import { returnOf } from './call/nextStep.ts';
import { useCallActions } from './call/useCallActions.ts';
import styles from './CallScreen.module.css';
import { callSummary } from './end/callSummary.ts';
import { copyText } from './end/copyText.ts';
import { EndView } from './end/EndView.tsx';
import { FieldList } from './fields/FieldList.tsx';
import { focusField } from './fields/controlId.ts';
import { CallMenu } from './frame/CallMenu.tsx';
import { ChoiceBar } from './frame/ChoiceBar.tsx';
import { MemoPane } from './frame/MemoPane.tsx';
import { SaveMark } from './frame/SaveMark.tsx';
import { StepBody } from './frame/StepBody.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { Trail } from './frame/Trail.tsx';
import { useIsWide } from './frame/useIsWide.ts';
import type { Command } from './keys/commands.ts';
import { useCallKeys } from './keys/useCallKeys.ts';
import { runMessages } from './messages.ts';
import { EndSheet } from './sheets/EndSheet.tsx';
import { InterruptSheet } from './sheets/InterruptSheet.tsx';
import { KeysSheet } from './sheets/KeysSheet.tsx';
import { SearchSheet } from './sheets/SearchSheet.tsx';
import { ValuesSheet } from './sheets/ValuesSheet.tsx';
import { StepText } from './step/StepText.tsx';
import { Announcer } from './frame/Announcer.tsx';
import { NewsStrip } from './update/NewsStrip.tsx';

type SheetName = 'search' | 'interrupts' | 'keys' | 'values' | 'end';

/** One call: the frame stays, the text scrolls, everything can be done from the keyboard. */
export function CallScreen({ listHasNews, onNextCall }: { listHasNews: boolean; onNextCall: () => void }) {
  const t = useMessages(runMessages);
  const { store, view } = useCall();
  const actions = useCallActions();
  const frame = useRef<HTMLDivElement>(null);
  const memo = useRef<HTMLTextAreaElement>(null);
  const wide = useIsWide(frame);
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [memoOpen, setMemoOpen] = useState(false);
  const [newsOpen, setNewsOpen] = useState(false);
  const { walk } = view;
  const step = currentStep(walk);
  const ended = walk.ended !== null;
  const place = `${walk.path.length}/${walk.path.at(-1)?.stepId ?? ''}`;
  useCallKeys(run);
  useEffect(() => {
    if (memoOpen) memo.current?.focus();
  }, [memoOpen]);
  // Switched at once: before and after are shown without being asked for.
  const urgent = view.news?.incoming.class === 'urgent' ? view.news.incoming.next.version : null;
  useEffect(() => {
    if (urgent !== null) setNewsOpen(true);
  }, [urgent]);

  const fields = step !== null && <FieldList key={place} step={step} tried={actions.refusal !== null} />;
  const news = <NewsStrip open={newsOpen} onToggle={setNewsOpen} />;
  return (
    <div className={styles.frame} ref={frame} data-wide={wide || undefined} data-ended={ended || undefined}>
      <TopBar
        listHasNews={listHasNews}
        menu={<CallMenu ended={ended} onCopy={() => void copy()} onOpen={setSheet} />}
      />
      {ended ? (
        <EndView onCopy={() => void copy()} onNext={onNextCall} />
      ) : (
        <>
          <Trail />
          <StepBody place={place} over={news} aside={<Aside />}>
            {view.withdrawn !== null && (
              <p className={styles.withdrawn} role="alert">
                <strong>{t('news.withdrawn')}</strong>
                {view.withdrawn}
              </p>
            )}
            {step === null ? <p>{t('step.nowhere')}</p> : <StepText step={step} />}
            {!wide && fields}
          </StepBody>
          {wide && (
            <aside className={styles.side}>
              {step !== null && step.fields.length > 0 && <div className={styles.sideFields}>{fields}</div>}
              <MemoPane input={memo} onClose={null} />
            </aside>
          )}
          {!wide && memoOpen && (
            <div className={styles.memo}>
              <MemoPane input={memo} onClose={closeMemo} />
            </div>
          )}
          <footer className={styles.foot}>
            {actions.refusal !== null && (
              <p className={styles.refusal} role="alert">
                {actions.refusal}
              </p>
            )}
            {step !== null && (
              <div className={styles.ways}>
                <ChoiceBar step={step} actions={actions} />
              </div>
            )}
            <div className={styles.tools} role="toolbar" aria-label={t('foot.tools')}>
              <Tool icon={IconChevronLeft} label={t('foot.back')} keys="Backspace" onClick={actions.back} />
              <Tool icon={IconSearch} label={t('foot.search')} keys="/" onClick={() => setSheet('search')} />
              <Tool
                icon={IconArrowsSplit2}
                label={t('foot.interrupts')}
                keys="I"
                onClick={() => setSheet('interrupts')}
              />
              {!wide && (
                <Tool icon={IconNotes} label={t('foot.memo')} keys="M" on={memoOpen} onClick={toggleMemo} />
              )}
              <span className={styles.saved}>
                <SaveMark brief={!wide && view.save !== 'offline'} />
              </span>
            </div>
          </footer>
        </>
      )}
      <Announcer title={ended ? t('end.title') : (step?.title ?? '')} place={place} />
      {sheet === 'search' && <SearchSheet onClose={closeSheet} />}
      {sheet === 'interrupts' && <InterruptSheet onClose={closeSheet} />}
      {sheet === 'keys' && <KeysSheet onClose={closeSheet} />}
      {sheet === 'values' && <ValuesSheet onClose={closeSheet} />}
      {sheet === 'end' && <EndSheet onClose={closeSheet} />}
    </div>
  );

  function run(command: Command): void {
    if (command.kind === 'copy') return void copy();
    if (command.kind === 'acknowledge') return acknowledge();
    if (command.kind === 'help') return setSheet('keys');
    if (ended) return command.kind === 'next' ? onNextCall() : undefined;
    switch (command.kind) {
      case 'choose':
        return actions.chooseNumber(command.number);
      case 'return':
        return actions.goBackOut();
      case 'next':
        return actions.next();
      case 'back':
        return actions.back();
      case 'search':
      case 'interrupts':
        return setSheet(command.kind);
      case 'memo':
        return memo.current === null ? setMemoOpen(true) : memo.current.focus();
      case 'field':
        return void (step?.fields[0] !== undefined && focusField(step.fields[0].id));
      case 'acceptUpdate':
        return store.acceptUpdate();
    }
  }

  function acknowledge(): void {
    store.acknowledge();
    store.dismissNews();
  }

  function closeSheet(): void {
    setSheet(null);
  }

  function toggleMemo(): void {
    setMemoOpen(!memoOpen);
  }

  function closeMemo(): void {
    setMemoOpen(false);
    document.querySelector<HTMLElement>('[data-step-body]')?.focus();
  }

  async function copy(): Promise<void> {
    const done = await copyText(callSummary(walk, view.record, t));
    if (done) toast.success(t('end.copied'));
    else toast.warning(t('end.copyFailed'));
  }
}

/** Says where the call is when it is not on its own way. */
function Aside() {
  const t = useMessages(runMessages);
  const { view } = useCall();
  const place = returnOf(view.walk);
  if (place === null) return null;
  const { title } = currentScript(view.walk).script;
  return (
    <p className={styles.aside}>{place === 'interrupt' ? t('step.aside') : t('step.elsewhere', { title })}</p>
  );
}

interface ToolProps {
  icon: Icon;
  label: string;
  keys: string;
  on?: boolean;
  onClick: () => void;
}

function Tool({ icon: ToolIcon, label, keys, on, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={on}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      onClick={onClick}
    >
      <ToolIcon size="1.125rem" stroke={1.8} aria-hidden />
      <span>{label}</span>
    </button>
  );
}
