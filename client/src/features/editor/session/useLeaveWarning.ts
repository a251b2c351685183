import { useEffect } from 'react';
import { useEditor } from './context.ts';

/** The browser asks before a page with unsaved work is closed. */
export function useLeaveWarning(): void {
  const { saved } = useEditor().session.provider;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saved.count > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [saved]);
}
