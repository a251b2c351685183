import {
  IconFileText,
  IconHeadset,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconListSearch,
  IconPhone,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { can } from '@daihon/shared/access';
import type { Capability } from '@daihon/shared/access';
import { Link, NavLink } from 'react-router';
import { useReviewCount } from '../wire/reviews.ts';
import { useSession } from '../wire/session.ts';
import { Logo } from '../ui/Logo.tsx';
import { useMessages } from './i18n.ts';
import { shellMessages } from './messages.ts';
import { preferences } from './preferences.ts';
import styles from './Rail.module.css';

interface Place {
  to: string;
  label: 'run' | 'scripts' | 'calls' | 'logs' | 'accounts' | 'settings';
  icon: Icon;
  needs: Capability;
}
const places: readonly Place[] = [
  { to: '/run', label: 'run', icon: IconHeadset, needs: 'call.run' },
  { to: '/scripts', label: 'scripts', icon: IconFileText, needs: 'version.history' },
  { to: '/calls', label: 'calls', icon: IconPhone, needs: 'call.read' },
  { to: '/logs', label: 'logs', icon: IconListSearch, needs: 'log.read' },
  { to: '/accounts', label: 'accounts', icon: IconUsers, needs: 'account.manage' },
  { to: '/settings', label: 'settings', icon: IconSettings, needs: 'settings.manage' },
];

/** How many scripts are past their review date. */
function OverdueBadge() {
  const t = useMessages(shellMessages);
  const count = useReviewCount(can(useSession(), 'script.edit'))?.overdue ?? 0;
  if (count === 0) return null;
  return (
    <span className={styles.badge} title={t('overdue', { count })}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{t('overdue', { count })}</span>
    </span>
  );
}

/** `fixed`: the page needs the width, so the rail stays narrow and offers no way to widen it. */
export function Rail({ collapsed, fixed }: { collapsed: boolean; fixed: boolean }) {
  const t = useMessages(shellMessages);
  const account = useSession();
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={styles.rail} data-collapsed={collapsed || undefined} aria-label={t('nav')}>
      <Link to="/" className={styles.brand} aria-label={t('product')}>
        <Logo />
      </Link>
      <ul className={styles.list}>
        {places
          .filter(({ needs }) => can(account, needs))
          .map(({ to, label, icon: PlaceIcon }) => (
            <li key={to}>
              <NavLink to={to} className={styles.link ?? ''} title={collapsed ? t(label) : undefined}>
                <PlaceIcon size="1.25rem" stroke={1.7} aria-hidden />
                <span className={styles.label}>{t(label)}</span>
                {label === 'scripts' && <OverdueBadge />}
              </NavLink>
            </li>
          ))}
      </ul>
      {!fixed && (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={!collapsed}
          aria-label={t(collapsed ? 'expand' : 'collapse')}
          onClick={() => preferences.set({ railCollapsed: !collapsed })}
        >
          <Toggle size="1.25rem" stroke={1.7} aria-hidden />
        </button>
      )}
    </nav>
  );
}
