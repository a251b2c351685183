import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { TestApp } from './coreApp.ts';
import { startApp } from './coreApp.ts';

interface People {
  items: { id: string; name: string }[];
}
let app: TestApp;
let supervisor: Client;

beforeAll(async () => {
  app = await startApp();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
});
afterAll(() => app.dispose());

describe('people by what they may do', () => {
  it('names every editor of the own tenant and nobody else', async () => {
    const { body } = await supervisor.get<People>('/api/people?can=script.edit');
    expect(body.items.length).toBe(4);
    expect(body.items.map(({ id }) => id)).toContain(supervisor.account.id);
    expect(body.items.every((person) => Object.keys(person).toSorted().join() === 'id,loginId,name')).toBe(
      true,
    );
  });
  it('refuses a right that does not exist, and people who do not edit', async () => {
    expect((await supervisor.get('/api/people?can=toString')).status).toBe(400);
    const agent = await signIn(app.url, 'op1@sakura.example');
    expect((await agent.get('/api/people?can=script.edit')).status).toBe(403);
  });
});
