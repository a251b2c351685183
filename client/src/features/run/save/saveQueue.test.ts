import { describe, expect, it } from 'vitest';
import type { Call, CallPart, EndCall, SaveCall, StartCall } from '@daihon/shared/call';
import { scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { choose, end, setField, startWalk } from '@daihon/shared/script/walk';
import type { Walk } from '@daihon/shared/script/walk/state';
import type { CallRecord } from './record.ts';
import { isSent, newRecord, recordElsewhere, withMemo, withWalk } from './record.ts';
import { createSaveQueue } from './saveQueue.ts';
import type { CallWire, SaveState } from './saveQueue.ts';

const at = '2026-11-24T10:00:00Z';
const root = {
  scriptId: 'order',
  version: 3,
  script: scriptOf([stepOf('s1', { choices: to('s2') }), stepOf('s2', { choices: to('e3') }), stepOf('e3')]),
};

/** A server as the contract describes it: merges part by part, answers a repeated start with what stands. */
class Server implements CallWire {
  state: Record<string, unknown> | null = null;
  revs: Record<string, number> = {};
  ended: EndCall | null = null;
  requests: string[] = [];
  /** `refuse`: the request does not come through. `loseAnswer`: it does, and nobody learns of it. */
  mood: 'fine' | 'refuse' | 'loseAnswer' = 'fine';

  /** What another seat has made of the call meanwhile. */
  elsewhere: CallPart[] = [];

  start(body: StartCall): Promise<Call> {
    return this.#take('start', () => {
      this.state ??= { ...body };
    });
  }
  save(_id: string, body: SaveCall): Promise<Call> {
    return this.#take(`save ${body.rev}`, () => this.#merge(body));
  }
  end(_id: string, body: EndCall): Promise<Call> {
    return this.#take(`end ${body.rev}`, () => {
      this.#merge({ rev: body.rev, ...body.state });
      this.ended ??= body;
    });
  }
  async #take(name: string, work: () => void): Promise<Call> {
    await Promise.resolve();
    if (this.mood === 'refuse') throw new Error('offline');
    this.requests.push(name);
    work();
    if (this.mood === 'loseAnswer') throw new Error('the answer was lost');
    return this.stands();
  }
  stands(): Call {
    const state = {
      scriptId: 'order',
      version: 3,
      path: [],
      fields: {},
      placeholders: {},
      memo: '',
      switches: [],
    };
    const facts = { id: 'call-0001', accountId: 'a1', outcome: null, startedAt: at, endedAt: null, rev: 9 };
    const revision = this.requests.length;
    return { ...state, ...this.state, ...facts, revision, elsewhere: this.elsewhere };
  }
  #merge({ rev, seat: _seat, base: _base, ...parts }: Partial<SaveCall> & { rev: number }): void {
    for (const [name, value] of Object.entries(parts)) {
      if (this.elsewhere.some((part) => part === name)) continue;
      if (rev <= (this.revs[name] ?? -1)) continue;
      this.revs[name] = rev;
      this.state = { ...this.state, [name]: value };
    }
  }
}

/** A call with its queue; time moves only by `tick`. */
function setUp() {
  let walk: Walk = startWalk(root, { at });
  let record: CallRecord = newRecord(walk, { id: 'call-0001', accountId: 'a1', at, externalId: null });
  const server = new Server();
  const states: SaveState[] = [];
  let due: (() => void)[] = [];
  const queue = createSaveQueue({
    wire: server,
    read: () => record,
    confirm: (known) => {
      record = { ...record, ...known };
    },
    overtaken: (stands) => {
      record = recordElsewhere(record, stands);
      return Promise.resolve();
    },
    verdictOf: () => 'later',
    tell: (state) => states.push(state),
    later: (work) => {
      due.push(work);
      return () => {
        due = due.filter((each) => each !== work);
      };
    },
  });
  return {
    server,
    states,
    record: () => record,
    move(make: (walk: Walk) => Walk) {
      walk = make(walk);
      record = withWalk(record, walk, at);
      queue.touch();
    },
    memo(text: string) {
      record = withMemo(record, text, at);
      queue.touch();
    },
    waiting: () => due.length,
    async tick() {
      const now = due;
      due = [];
      now.forEach((work) => work());
      await queue.poke();
    },
    queue,
  };
}

describe('the save queue', () => {
  it('begins the call, then sends what has changed with a rising rev', async () => {
    const call = setUp();
    call.queue.touch();
    await call.tick();
    call.memo('折り');
    call.memo('折り返し希望');
    await call.tick();
    call.move((walk) => choose(walk, 'c1', at));
    await call.tick();
    expect(call.server.requests).toEqual(['start', 'save 2', 'save 3']);
    expect(call.server.state).toMatchObject({ memo: '折り返し希望', version: 3 });
    expect(call.server.state?.path).toHaveLength(2);
    expect(call.states.at(-1)).toBe('saved');
    expect(isSent(call.record())).toBe(true);
  });

  it('sends only the parts that changed', async () => {
    const call = setUp();
    call.queue.touch();
    await call.tick();
    call.move((walk) => setField(walk, 'name', '水野'));
    await call.tick();
    expect(Object.keys(call.server.revs)).toEqual(['fields']);
  });

  it('keeps what is typed while offline, says so, and sends all of it once afterwards', async () => {
    const call = setUp();
    call.queue.touch();
    await call.tick();
    call.server.mood = 'refuse';
    call.memo('a');
    await call.tick();
    call.memo('ab');
    call.move((walk) => choose(walk, 'c1', at));
    expect(call.states.at(-1)).toBe('offline');
    expect(call.waiting()).toBe(1);
    call.server.mood = 'fine';
    await call.tick();
    expect(call.server.requests).toEqual(['start', 'save 3']);
    expect(call.server.state).toMatchObject({ memo: 'ab' });
    expect(call.states.at(-1)).toBe('saved');
    expect(call.waiting()).toBe(0);
  });

  it('repeats a save whose answer was lost under the same rev: once in effect', async () => {
    const call = setUp();
    call.queue.touch();
    await call.tick();
    call.server.mood = 'loseAnswer';
    call.memo('ご注文');
    await call.tick();
    call.server.mood = 'fine';
    await call.tick();
    expect(call.server.requests).toEqual(['start', 'save 1', 'save 1']);
    expect(call.server.revs).toEqual({ memo: 1 });
  });

  it('sends what changed while the answer to the start was lost', async () => {
    const call = setUp();
    call.server.mood = 'loseAnswer';
    call.queue.touch();
    await call.tick();
    call.memo('後から');
    call.server.mood = 'fine';
    await call.tick();
    await call.tick();
    expect(call.server.state).toMatchObject({ memo: '後から' });
    expect(isSent(call.record())).toBe(true);
  });

  it('sends the end with what is not there yet, and the memo that is finished afterwards', async () => {
    const call = setUp();
    call.queue.touch();
    await call.tick();
    call.move((walk) => choose(choose(walk, 'c1', at), 'c1', at));
    call.move((walk) => end(walk, at));
    await call.tick();
    expect(call.server.ended).toMatchObject({ outcome: '受注', endedAt: at });
    expect(call.server.state?.path).toHaveLength(3);
    call.memo('発送は明日');
    await call.tick();
    expect(call.server.requests).toEqual(['start', 'end 2', 'save 3']);
    expect(call.server.state).toMatchObject({ memo: '発送は明日' });
  });

  it('takes over what another seat has made of the call, after all that was typed here is with the server', async () => {
    const call = setUp();
    call.queue.touch();
    await call.tick();
    call.server.state = { ...call.server.state, memo: 'あちらの席のメモ' };
    call.server.elsewhere = ['memo'];
    call.memo('こちらの席');
    const sending = call.tick();
    call.memo('こちらの席のメモ');
    await sending;
    expect(call.record().state.memo).toBe('こちらの席のメモ');
    await call.tick();
    expect(call.server.requests).toEqual(['start', 'save 1', 'save 2']);
    expect(call.record()).toMatchObject({ state: { memo: 'あちらの席のメモ' }, base: 3 });
    expect(isSent(call.record())).toBe(true);
    expect(call.states.at(-1)).toBe('saved');
  });

  it('stops asking what the server will never take', async () => {
    let record = newRecord(startWalk(root, { at }), { id: 'c', accountId: 'a', at, externalId: null });
    const states: SaveState[] = [];
    const planned: (() => void)[] = [];
    const server = new Server();
    server.mood = 'refuse';
    const queue = createSaveQueue({
      wire: server,
      read: () => record,
      confirm: (known) => {
        record = { ...record, ...known };
      },
      overtaken: () => Promise.reject(new Error('nobody else is there')),
      verdictOf: () => 'never',
      tell: (state) => states.push(state),
      later: (work) => {
        planned.push(work);
        return () => undefined;
      },
    });
    await queue.poke();
    expect(states).toEqual(['refused']);
    expect(planned).toEqual([]);
  });
});
