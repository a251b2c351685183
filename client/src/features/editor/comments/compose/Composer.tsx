import { Button, Group, Textarea } from '@mantine/core';
import { commentLimits } from '@daihon/shared/commentLimits';
import { markedText } from '@daihon/shared/mentionText';
import { roleOf } from '@daihon/shared/script/draft/proposal';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { isIme } from '../../keys/ime.ts';
import type { Composing } from '../desk/commentDesk.ts';
import { useCommentActions } from '../desk/hooks.ts';
import { useEditor } from '../../session/context.ts';
import { commentMessages } from '../messages.ts';
import { Quote } from '../thread/Quote.tsx';
import styles from './Compose.module.css';
import { MentionInput } from './MentionInput.tsx';
import type { Written } from './MentionInput.tsx';

const nothing: Written = { text: '', chosen: [] };

/** A new thread at the words that were selected: a comment, or a proposal of other words. */
export function Composer({ composing }: { composing: Composing }) {
  const t = useMessages(commentMessages);
  const { comments } = useEditor();
  const actions = useCommentActions();
  const { kind, anchor } = composing;
  const proposes = kind === 'suggestion';
  const box = useRef<HTMLFormElement>(null);
  const [written, setWritten] = useState(nothing);
  const [replacement, setReplacement] = useState(anchor.quote);
  const [busy, setBusy] = useState(false);
  // Made once: sending again after a lost answer makes no second thread.
  const [ids] = useState(() => ({ id: actions.newId(), messageId: actions.newId() }));
  const ready = proposes ? replacement !== anchor.quote : written.text.trim() !== '';
  const cancel = () => comments.set({ composing: null });
  const submit = () => {
    if (!ready || busy) return;
    setBusy(true);
    void actions
      .start(composing, ids, markedText(written.text.trim(), written.chosen), replacement)
      .then((done) => done || setBusy(false));
  };
  useEffect(() => {
    // Newer browsers give a promise back, which is no way to clean up.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={box}
      className={styles.composer}
      data-kind={kind}
      aria-label={t(proposes ? 'suggestComposer' : 'composer')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {anchor.quote !== '' && <Quote text={anchor.quote} />}
      {proposes && (
        <Textarea
          label={t(anchor.quote === '' ? 'insertion' : 'replacement')}
          description={anchor.quote === '' ? undefined : t('deletion')}
          autosize
          minRows={1}
          maxRows={10}
          maxLength={roleOf(anchor.field) === null ? 200 : commentLimits.quoteCharacters}
          value={replacement}
          autoFocus
          onChange={(event) => setReplacement(withoutBreaks(anchor.field, event.currentTarget.value))}
          onKeyDown={(event) => {
            if (isIme(event.nativeEvent)) return;
            if (event.key === 'Escape') cancel();
            else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      )}
      <MentionInput
        value={written}
        label={t(proposes ? 'whyOptional' : 'write')}
        placeholder={t(proposes ? 'whyOptional' : 'write')}
        autoFocus={!proposes}
        onChange={setWritten}
        onSubmit={submit}
        onCancel={cancel}
      />
      <Group justify="flex-end" gap="xs" align="center">
        <span className={styles.hint}>{t('sendHint')}</span>
        <Button size="compact-sm" variant="default" onClick={cancel}>
          {t('cancel')}
        </Button>
        <Button size="compact-sm" type="submit" disabled={!ready} loading={busy}>
          {t(proposes ? 'submitSuggestion' : 'submit')}
        </Button>
      </Group>
    </form>
  );
}

/** Names and choices are one line. */
function withoutBreaks(field: string | null, text: string): string {
  return roleOf(field) === null ? text.replaceAll('\n', '') : text;
}
