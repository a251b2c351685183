import { describe, expect, it } from 'vitest';
import { forbiddenFrom, joined, preferredFrom, variantsFrom } from './pastedLines.ts';

describe('pasted lines', () => {
  it('become NG words, from a spreadsheet or typed', () => {
    expect(forbiddenFrom('絶対\t必ず\t警告\r\nタダ，無料\n\n，x\n損')).toEqual({
      rows: [
        { word: '絶対', instead: '必ず', severity: 'warning' },
        { word: 'タダ', instead: '無料', severity: 'error' },
        { word: '損', instead: '', severity: 'error' },
      ],
      skipped: 1,
    });
  });
  it('become spellings; one without a variant is left out', () => {
    expect(preferredFrom('サーバー、サーバ、鯖\nお客様\nください,ください,下さい')).toEqual({
      rows: [
        { use: 'サーバー', variants: ['サーバ', '鯖'] },
        { use: 'ください', variants: ['下さい'] },
      ],
      skipped: 1,
    });
  });
  it('replace what is there already', () => {
    const row = (word: string, n: number) => ({ word, n });
    expect(joined([row('a', 1), row('b', 1)], [row('a', 2)], ({ word }) => word)).toEqual([
      row('b', 1),
      row('a', 2),
    ]);
  });
  it('of variants are cut at commas of either width and at lines', () => {
    expect(variantsFrom('サーバ、 鯖,server，\n')).toEqual(['サーバ', '鯖', 'server']);
  });
});
