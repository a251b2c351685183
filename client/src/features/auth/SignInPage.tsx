import { useNavigate, useSearchParams } from 'react-router';
import { useMessages } from '../../app/i18n.ts';
import { safeReturnPath } from '../../wire/returnPath.ts';
import { useSessionState } from '../../wire/session.ts';
import { useAnyUnsent } from '../../wire/unsentWork.ts';
import { AuthFrame } from './AuthFrame.tsx';
import { SignInForm } from './SignInForm.tsx';
import { authMessages } from './messages.ts';
import styles from './SignInPage.module.css';

export default function SignInPage() {
  const t = useMessages(authMessages);
  const state = useSessionState();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const next = safeReturnPath(params.get('next'));
  const unsent = useAnyUnsent();
  const reason = state.status === 'signedOut' ? state.reason : null;

  return (
    <AuthFrame title={t('title')} lead={t('lead')}>
      {reason !== null && (
        <p className={styles.reason} data-tone={reason === 'signed-out' ? 'quiet' : 'warn'} role="status">
          {t(`reason.${reason}`)}
          {next !== null && <span className={styles.back}>{t('back')}</span>}
        </p>
      )}
      {unsent && (
        <p className={styles.reason} data-tone="quiet">
          {t('unsent')}
        </p>
      )}
      <SignInForm onSignedIn={() => void navigate(next ?? '/', { replace: true })} />
      <p className={styles.help}>{t('help')}</p>
    </AuthFrame>
  );
}
