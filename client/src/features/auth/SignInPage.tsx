import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useMessages } from '../../app/i18n.ts';
import { DisplayMenu } from '../../ui/DisplayMenu.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { safeReturnPath } from '../../wire/returnPath.ts';
import { useSessionState } from '../../wire/session.ts';
import { SignInForm } from './SignInForm.tsx';
import { authMessages } from './messages.ts';
import styles from './SignInPage.module.css';

export default function SignInPage() {
  const t = useMessages(authMessages);
  const state = useSessionState();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const next = safeReturnPath(params.get('next'));
  const reason = state.status === 'signedOut' ? state.reason : null;
  useEffect(() => {
    document.title = `${t('title')} · Daihon`;
  }, [t]);

  return (
    <div className={styles.page}>
      <div className={styles.corner}>
        <DisplayMenu />
      </div>
      <main className={styles.card}>
        <div className={styles.brand}>
          <Logo size="2.25rem" />
        </div>
        <p className={styles.lead}>{t('lead')}</p>
        <h1 className="visually-hidden">{t('title')}</h1>
        {reason !== null && (
          <p className={styles.reason} data-tone={reason === 'signed-out' ? 'quiet' : 'warn'} role="status">
            {t(`reason.${reason}`)}
            {next !== null && ` ${t('back')}`}
          </p>
        )}
        <SignInForm onSignedIn={() => void navigate(next ?? '/', { replace: true })} />
        <p className={styles.help}>{t('help')}</p>
      </main>
    </div>
  );
}
