import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { ApiProblem } from '../wire/http.ts';
import { Toaster } from '../ui/Toaster.tsx';
import { pageNonce } from './nonce.ts';
import { cssVariables, theme } from './theme.ts';

/** Refusals are answers: only what could not be reached is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503),
    },
  },
});

const nonce = pageNonce();
// react-remove-scroll (Modal, Drawer) adds a style element of its own.
setNonce(nonce);
const schemeManager = localStorageColorSchemeManager({ key: 'daihon.scheme' });

export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={schemeManager}
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        {children}
        <Toaster />
      </QueryClientProvider>
    </MantineProvider>
  );
}
