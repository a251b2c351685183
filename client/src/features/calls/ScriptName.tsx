import type { ReactNode } from 'react';
import { useScriptTitle } from './useCalls.ts';

interface Props {
  scriptId: string;
  children?: (title: string) => ReactNode;
}

/** The name of a script, by itself or in a sentence. */
export function ScriptName({ scriptId, children }: Props) {
  const title = useScriptTitle(scriptId);
  return children === undefined ? title : children(title);
}
