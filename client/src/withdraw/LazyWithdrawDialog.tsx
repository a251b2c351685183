import { Suspense, lazy } from 'react';
import type { ComponentProps } from 'react';
import type { WithdrawDialog } from './WithdrawDialog.tsx';

const Dialog = lazy(async () => ({ default: (await import('./WithdrawDialog.tsx')).WithdrawDialog }));

/** Comes with its first opening: it is needed seldom. */
export function LazyWithdrawDialog(props: ComponentProps<typeof WithdrawDialog>) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
