import { expect, it } from 'vitest';
import { check } from '@daihon/shared/script/check';
import { Script } from '@daihon/shared/script/schema';
import { newScript } from './newScript.ts';

it('is a script that may be published as it is', () => {
  const script = newScript('新しいスクリプト');
  expect(Script.safeParse(script).success).toBe(true);
  expect(check(script).filter((finding) => finding.severity === 'error')).toEqual([]);
});
