import { useEffect } from 'react';
import { push } from '../../../wire/push.ts';
import { useEditor } from './context.ts';

/** Enters the push room of the open script, and again after each reconnect. */
export function useScriptRoom(): void {
  const { scriptId } = useEditor().session;
  useEffect(() => {
    const enter = () => {
      if (push.status() === 'connected') push.enterScript(scriptId);
    };
    enter();
    return push.subscribe(enter);
  }, [scriptId]);
}
