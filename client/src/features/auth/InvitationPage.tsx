import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../app/i18n.ts';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import { ApiProblem, api } from '../../wire/http.ts';
import { AuthFrame } from './AuthFrame.tsx';
import { NewPassword, isAcceptable } from './NewPassword.tsx';
import { linkToken } from './linkToken.ts';
import { authMessages } from './messages.ts';

/** An invited person chooses a password. */
export default function InvitationPage() {
  const t = useMessages(authMessages);
  const navigate = useNavigate();
  const [value, setValue] = useState({ password: '', repeat: '' });
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (!isAcceptable(value)) return;
    setBusy(true);
    try {
      await api.post('/api/invitations/accept', { token: linkToken(), password: value.password });
      toast.success(t('invitation.done'));
      await navigate('/login', { replace: true });
    } catch (error) {
      const gone = error instanceof ApiProblem && error.status === 404;
      setRefusal(gone ? t('invitation.gone') : problemText(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <AuthFrame title={t('invitation.title')} lead={t('invitation.lead')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          {refusal !== null && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          <NewPassword value={value} asked={asked} onChange={setValue} />
          <Button type="submit" size="md" fullWidth loading={busy}>
            {t('invitation.submit')}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
