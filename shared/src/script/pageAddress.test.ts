import { expect, it } from 'vitest';
import { filledAddress, hostAllowed, pageHost } from './pageAddress.ts';

it('allows a host by its name, or all below one', () => {
  expect(hostAllowed('help.sakura.example', ['help.sakura.example'])).toBe(true);
  expect(hostAllowed('HELP.sakura.example', ['*.sakura.example'])).toBe(true);
  expect(hostAllowed('sakura.example', ['*.sakura.example'])).toBe(false);
  expect(hostAllowed('evilsakura.example', ['*.sakura.example'])).toBe(false);
  expect(hostAllowed('sakura.example.evil.example', ['sakura.example', '*.sakura.example'])).toBe(false);
});

it('knows the host of a plain https address only', () => {
  expect(pageHost('https://Help.sakura.example/a?b={{c}}#d')).toBe('help.sakura.example');
  for (const bad of [
    '',
    'http://a.example',
    'https:///a.example',
    'https:\\\\a.example',
    'https://a@b.example',
    'https://a.example:8443/',
    'https://{{host}}/',
    'https:///{{host}}/',
    'https://a.example\\b',
    'data:text/html,x',
  ])
    expect(pageHost(bad), bad).toBeNull();
});

it('fills an address in with encoded values, so that a value is never more than one', () => {
  const values = { id: 'a/b?c=1&d#e', name: '山田 花子', none: null };
  expect(filledAddress('https://a.example/x?id={{id}}&n={{ name }}&z={{none}}', values)).toBe(
    'https://a.example/x?id=a%2Fb%3Fc%3D1%26d%23e&n=%E5%B1%B1%E7%94%B0%20%E8%8A%B1%E5%AD%90&z=',
  );
  expect(filledAddress('https://{{id}}.example/', values)).toBeNull();
});
