import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useMessages } from '../../app/i18n.ts';
import { problemText } from '../../ui/problemText.ts';
import { ApiProblem } from '../../wire/http.ts';
import { session } from '../../wire/session.ts';
import { authMessages } from './messages.ts';
import { useKeyboardHint } from './useKeyboardHint.ts';
import { useCountdown } from './useCountdown.ts';

type Refusal = { kind: 'wrong' | 'throttled' } | { kind: 'other'; text: string };

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useMessages(authMessages);
  const [loginId, setLoginId] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const wait = useCountdown();
  const hint = useKeyboardHint();
  const passwordInput = useRef<HTMLInputElement>(null);
  const loginInput = useRef<HTMLInputElement>(null);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (loginId.trim() === '') return loginInput.current?.focus();
    if (password === '') return passwordInput.current?.focus();
    setBusy(true);
    try {
      await session.signIn(loginId.trim().normalize('NFKC'), password);
      onSignedIn();
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  }

  function refuse(error: unknown): void {
    const status = error instanceof ApiProblem ? error.status : null;
    if (error instanceof ApiProblem && status === 429) wait.start(error.retryAfterSeconds ?? 60);
    if (status === 401) setRefusal({ kind: 'wrong' });
    else if (status === 429) setRefusal({ kind: 'throttled' });
    else setRefusal({ kind: 'other', text: problemText(error) });
    // Ready to type anew, with the old password selected rather than lost.
    passwordInput.current?.select();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {refusal !== null && (
          <Alert
            color={refusal.kind === 'throttled' && wait.seconds === 0 ? 'teal' : 'red'}
            icon={<IconAlertCircle aria-hidden />}
            role="alert"
          >
            {refusalText(refusal)}
          </Alert>
        )}
        <TextInput
          ref={loginInput}
          label={t('loginId')}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          size="md"
          value={loginId}
          error={asked && loginId.trim() === '' ? t('missing.loginId') : null}
          onChange={(event) => setLoginId(event.currentTarget.value)}
        />
        <div>
          <PasswordInput
            ref={passwordInput}
            label={t('password')}
            autoComplete="current-password"
            size="md"
            value={password}
            error={asked && password === '' ? t('missing.password') : null}
            visibilityToggleButtonProps={{ 'aria-label': t('show'), tabIndex: 0 }}
            onChange={(event) => setPassword(event.currentTarget.value)}
            {...hint.listeners}
          />
          <HintLine text={hint.hint === null ? null : t(hint.hint)} />
        </div>
        <Button type="submit" size="md" fullWidth loading={busy} disabled={wait.seconds > 0}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );

  function refusalText(now: Refusal): string {
    if (now.kind === 'wrong') return t('wrong');
    if (now.kind === 'other') return now.text;
    return wait.seconds === 0 ? t('throttledOver') : t('throttled', { time: duration(wait.seconds) });
  }

  function duration(seconds: number): string {
    if (seconds < 60) return t('seconds', { count: seconds });
    return t('minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  }
}

/** Always in the page, so that the form does not jump and screen readers hear it appear. */
function HintLine({ text }: { text: string | null }) {
  return (
    <p
      role="status"
      style={{ margin: '0.25rem 0 0', minHeight: '1.25rem', fontSize: '0.75rem', color: 'var(--dh-warn)' }}
    >
      {text}
    </p>
  );
}
