import { useMemo } from 'react';
import { explain, labelsOf } from '@daihon/shared/script/explain';
import { useReader } from './reader.ts';

/** Says a condition with the labels of the script instead of keys. */
export function useConditionWords(): (condition: string) => string {
  const { script } = useReader();
  return useMemo(() => {
    const labels = labelsOf(script);
    return (condition) => explain(condition, {}, labels, script.language).sentence;
  }, [script]);
}
