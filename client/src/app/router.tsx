import { createBrowserRouter, redirect } from 'react-router';
import type { ComponentType } from 'react';
import { session } from '../wire/session.ts';
import { safeReturnPath } from '../wire/returnPath.ts';
import { homeOf, requireRight, requireSession } from './guards.ts';
import { RouteFailure } from './RouteFailure.tsx';
import { Shell } from './Shell.tsx';
import { Splash } from './Splash.tsx';

/** What a page asks of the frame around it: `focus` gives it the whole screen on a narrow one. */
export interface RouteHandle {
  focus?: boolean;
}

const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({
  Component: (await load()).default,
});

/** Pages load on first visit, so that an agent's browser never fetches the editor. */
export const router = createBrowserRouter([
  {
    path: '/login',
    loader: async ({ request }) => {
      const state = await session.load();
      if (state.status !== 'signedIn') return null;
      return redirect(safeReturnPath(new URL(request.url).searchParams.get('next')) ?? homeOf(state.account));
    },
    lazy: page(() => import('../features/auth/SignInPage.tsx')),
    HydrateFallback: Splash,
    ErrorBoundary: RouteFailure,
  },
  {
    path: '/invitation',
    lazy: page(() => import('../features/auth/InvitationPage.tsx')),
    HydrateFallback: Splash,
    ErrorBoundary: RouteFailure,
  },
  {
    path: '/setup',
    lazy: page(() => import('../features/auth/SetUpPage.tsx')),
    HydrateFallback: Splash,
    ErrorBoundary: RouteFailure,
  },
  {
    path: '/scripts/:scriptId/print',
    loader: requireRight('script.export'),
    lazy: page(() => import('../features/print/PrintPage.tsx')),
    HydrateFallback: Splash,
    ErrorBoundary: RouteFailure,
  },
  {
    path: '/',
    loader: requireSession,
    Component: Shell,
    HydrateFallback: Splash,
    ErrorBoundary: RouteFailure,
    children: [
      {
        ErrorBoundary: RouteFailure,
        children: [
          {
            index: true,
            loader: async (input) => {
              await requireSession(input);
              const state = session.get();
              return redirect(state.status === 'signedIn' ? homeOf(state.account) : '/login');
            },
          },
          {
            path: 'scripts',
            loader: requireRight('version.history'),
            lazy: page(() => import('../features/scripts/ScriptsPage.tsx')),
          },
          {
            path: 'scripts/bin',
            loader: requireRight('script.edit'),
            lazy: page(() => import('../features/scripts/bin/BinPage.tsx')),
          },
          {
            path: 'scripts/replace',
            loader: requireRight('script.edit'),
            lazy: page(() => import('../features/scripts/replace/ReplacePage.tsx')),
          },
          {
            path: 'scripts/:scriptId',
            loader: requireRight('draft.join'),
            handle: { focus: true } satisfies RouteHandle,
            lazy: page(() => import('../features/editor/EditorPage.tsx')),
          },
          {
            path: 'scripts/:scriptId/versions',
            loader: requireRight('version.history'),
            lazy: page(() => import('../features/versions/VersionsPage.tsx')),
          },
          {
            path: 'scripts/:scriptId/receipts',
            loader: requireRight('receipt.read'),
            lazy: page(() => import('../features/receipts/ReceiptsPage.tsx')),
          },
          {
            path: 'scripts/:scriptId/timeline',
            loader: requireRight('draft.join'),
            lazy: page(() => import('../features/versions/timeline/TimelinePage.tsx')),
          },
          {
            path: 'calls',
            loader: requireRight('call.read'),
            lazy: page(() => import('../features/calls/CallsPage.tsx')),
          },
          {
            path: 'calls/:callId',
            loader: requireRight('call.read'),
            lazy: page(() => import('../features/calls/CallPage.tsx')),
          },
          {
            path: 'logs',
            loader: requireRight('log.read'),
            lazy: page(() => import('../features/logs/LogsPage.tsx')),
          },
          {
            path: 'accounts',
            loader: requireRight('account.manage'),
            lazy: page(() => import('../features/accounts/AccountsPage.tsx')),
          },
          {
            path: 'settings',
            loader: requireRight('settings.manage'),
            lazy: page(() => import('../features/settings/SettingsPage.tsx')),
          },
          {
            path: 'run',
            loader: requireRight('call.run'),
            lazy: page(() => import('../features/run/RunHome.tsx')),
          },
          {
            path: 'run/:scriptId',
            loader: requireRight('call.run'),
            handle: { focus: true } satisfies RouteHandle,
            lazy: page(() => import('../features/run/RunPage.tsx')),
          },
          { path: '*', lazy: page(() => import('./NotFound.tsx')) },
        ],
      },
    ],
  },
]);
