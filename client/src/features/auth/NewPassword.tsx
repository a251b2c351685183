import { PasswordInput } from '@mantine/core';
import { useMessages } from '../../app/i18n.ts';
import { authMessages } from './messages.ts';

export interface NewPasswordValue {
  password: string;
  repeat: string;
}

const shortest = 12;

export function isAcceptable({ password, repeat }: NewPasswordValue): boolean {
  return password.length >= shortest && password === repeat;
}

/** A password twice. `asked`: the form was sent once, so what is wrong is said. */
export function NewPassword({
  value,
  asked,
  onChange,
}: {
  value: NewPasswordValue;
  asked: boolean;
  onChange: (value: NewPasswordValue) => void;
}) {
  const t = useMessages(authMessages);
  const { password, repeat } = value;
  return (
    <>
      <PasswordInput
        label={t('newPassword')}
        description={t('newPasswordHint')}
        autoComplete="new-password"
        value={password}
        error={asked && password.length < shortest ? t('tooShort') : null}
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('repeat')}
        autoComplete="new-password"
        value={repeat}
        error={asked && repeat !== password ? t('different') : null}
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        onChange={(event) => onChange({ ...value, repeat: event.currentTarget.value })}
      />
    </>
  );
}
