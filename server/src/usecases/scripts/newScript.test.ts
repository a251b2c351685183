import { expect, it } from 'vitest';
import { check } from '@daihon/shared/script/check';
import { Script } from '@daihon/shared/script/schema';
import { newScript } from './newScript.ts';

it.each(['ja', 'en'] as const)('is a script that may be published as it is, in %s', (language) => {
  const script = newScript('新しいスクリプト', language);
  expect(script.language).toBe(language);
  expect(/[ぁ-ん]/u.test(JSON.stringify(script.steps))).toBe(language === 'ja');
  expect(Script.safeParse(script).success).toBe(true);
  expect(check(script).filter((finding) => finding.severity === 'error')).toEqual([]);
});
