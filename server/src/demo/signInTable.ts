import type { DemoSignIn } from './seedDemo.ts';

/** The table that is printed once. */
export function signInTable(signIns: readonly DemoSignIn[]): string {
  const header = ['tenant', 'login ID', 'role', 'password'];
  const rows = signIns.map(({ tenant, loginId, role, password }) => [tenant, loginId, role, password]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [
    'Demo organisation (デモ用アカウント). These passwords are shown only this once:',
    '',
    line(header),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
  ].join('\n');
}
