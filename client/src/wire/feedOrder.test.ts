import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@daihon/shared/wire/events';
import { receive, resumed, startOrder } from './feedOrder.ts';
import type { Delivery } from './feedOrder.ts';

const item = (seq: number): FeedItem => ({ seq, kind: 'elsewhere' });
const items = (...seqs: number[]) => seqs.map(item);
const seqs = (delivery: Delivery) => delivery.deliver.map((each) => each.seq);

describe('the order of the feed', () => {
  it('delivers the next number at once', () => {
    const after = receive(startOrder(4), item(5));
    expect(seqs(after)).toEqual([5]);
    expect(after.order.last).toBe(5);
    expect(after.gap).toBe(false);
  });

  it('drops what was delivered before', () => {
    const after = receive(startOrder(5), item(5));
    expect(seqs(after)).toEqual([]);
    expect(after.gap).toBe(false);
  });

  it('holds an early number back until the one before it has come', () => {
    const early = receive(startOrder(4), item(6));
    expect(seqs(early)).toEqual([]);
    expect(early.gap).toBe(true);
    const filled = receive(early.order, item(5));
    expect(seqs(filled)).toEqual([5, 6]);
    expect(filled.gap).toBe(false);
  });

  it('holds an early number once even when it comes twice', () => {
    const twice = receive(receive(startOrder(4), item(6)).order, item(6));
    expect(seqs(receive(twice.order, item(5)))).toEqual([5, 6]);
  });

  it('catches up from the answer to resume and then delivers what had waited', () => {
    const early = receive(startOrder(4), item(8));
    const after = resumed(early.order, 4, { seq: 8, items: items(5, 6, 7) });
    expect(seqs(after)).toEqual([5, 6, 7, 8]);
    expect(after.gap).toBe(false);
  });

  it('does not repeat what came live while resume was under way', () => {
    const live = receive(startOrder(4), item(5));
    const after = resumed(live.order, 4, { seq: 6, items: items(5, 6) });
    expect(seqs(after)).toEqual([6]);
  });

  it('does not go back when an answer is older than what came live', () => {
    const live = receive(startOrder(4), item(5));
    const after = resumed(live.order, 4, { seq: 4, items: [] });
    expect(after.order.last).toBe(5);
  });

  it('believes the answer that numbers left out do not exist', () => {
    const after = resumed(startOrder(4), 4, { seq: 7, items: items(5, 7) });
    expect(seqs(after)).toEqual([5, 7]);
    expect(after.gap).toBe(false);
  });

  it('asks again while a long absence comes in pages', () => {
    const first = resumed(startOrder(0), 0, { seq: 4, items: items(1, 2) });
    expect(first.gap).toBe(true);
    const second = resumed(first.order, 2, { seq: 4, items: items(3, 4) });
    expect(seqs(second)).toEqual([3, 4]);
    expect(second.gap).toBe(false);
  });

  it('counts anew after the server was restored to an earlier state', () => {
    const after = resumed(startOrder(40), 40, { seq: 12, items: [] });
    expect(after.order.last).toBe(12);
    expect(seqs(receive(after.order, item(13)))).toEqual([13]);
  });

  it('delivers every number once and rising whatever the network does', () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    let state = seed;
    const random = (below: number) => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    for (let round = 0; round < 300; round += 1) {
      let order = startOrder(0);
      let newest = 0;
      const seen: number[] = [];
      const take = (delivery: Delivery) => {
        order = delivery.order;
        seen.push(...seqs(delivery));
      };
      for (let turn = 0; turn < 40; turn += 1) {
        newest += random(3);
        if (random(4) === 0) {
          const since = random(2) === 0 ? order.last : Math.max(0, order.last - random(3));
          const all = Array.from({ length: newest - since }, (_, index) => item(since + index + 1));
          take(resumed(order, since, { seq: newest, items: all }));
        } else if (newest > 0) take(receive(order, item(1 + random(newest))));
      }
      const rest = Array.from({ length: newest - order.last }, (_, index) => item(order.last + index + 1));
      take(resumed(order, order.last, { seq: newest, items: rest }));
      const wanted = Array.from({ length: newest }, (_, index) => index + 1);
      expect(seen, `seed ${seed}, round ${round}`).toEqual(wanted);
    }
  });
});
