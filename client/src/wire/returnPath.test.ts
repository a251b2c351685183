import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './returnPath.ts';

describe('the way back after sign-in', () => {
  it('is a path of this application', () => {
    expect(safeReturnPath('/scripts/abc?tab=1')).toBe('/scripts/abc?tab=1');
  });
  it('never leads to another origin', () => {
    for (const next of [
      '//evil.example',
      '/\\\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
      null,
    ]) {
      expect(safeReturnPath(next)).toBeNull();
    }
  });
});
