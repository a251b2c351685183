import { Alert, Button, Stack, TextInput } from '@mantine/core';
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

const empty = { organisation: '', slug: '', name: '', loginId: '' };

/** The first organisation of an empty installation. */
export default function SetUpPage() {
  const t = useMessages(authMessages);
  const navigate = useNavigate();
  const [facts, setFacts] = useState(empty);
  const [value, setValue] = useState({ password: '', repeat: '' });
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const labels = {
    organisation: t('setup.organisation'),
    slug: t('setup.slug'),
    name: t('setup.name'),
    loginId: t('loginId'),
  };

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (!isAcceptable(value) || Object.values(facts).some((text) => text.trim() === '')) return;
    setBusy(true);
    try {
      await api.post('/api/setup', { token: linkToken(), ...facts, password: value.password });
      toast.success(t('setup.done'));
      await navigate('/login', { replace: true });
    } catch (error) {
      setRefusal(refusalText(error));
    } finally {
      setBusy(false);
    }
  }

  function refusalText(error: unknown): string {
    if (!(error instanceof ApiProblem)) return problemText(error);
    if (error.status === 404) return t('setup.gone');
    return error.status === 400 ? t('setup.invalid') : problemText(error);
  }

  return (
    <AuthFrame title={t('setup.title')} lead={t('setup.lead')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          {refusal !== null && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          {(['organisation', 'slug', 'name', 'loginId'] as const).map((key) => (
            <TextInput
              key={key}
              label={labels[key]}
              description={key === 'slug' ? t('setup.slugHint') : undefined}
              value={facts[key]}
              error={asked && facts[key].trim() === '' ? t('required') : null}
              onChange={(event) => setFacts({ ...facts, [key]: event.currentTarget.value })}
            />
          ))}
          <NewPassword value={value} asked={asked} onChange={setValue} />
          <Button type="submit" size="md" fullWidth loading={busy}>
            {t('setup.submit')}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
