import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LineWatch } from './lineWatch.ts';

describe('LineWatch', () => {
  const log: string[] = [];
  let watch: LineWatch;
  beforeEach(() => {
    vi.useFakeTimers();
    log.length = 0;
    watch = new LineWatch({
      ask: () => log.push('ask'),
      quiet: (quiet) => log.push(quiet ? 'quiet' : 'speaks'),
      dead: () => log.push('dead'),
    });
    watch.start();
  });
  afterEach(() => vi.useRealTimers());

  it('asks a line at rest, says within two seconds that it is quiet, and gives it up later', () => {
    vi.advanceTimersByTime(1_999);
    expect(log).toEqual(['ask', 'quiet']);
    vi.advanceTimersByTime(12_000);
    expect(log).toEqual(['ask', 'quiet', 'dead']);
  });

  it('asks nothing while anything comes in, and takes the first word for life', () => {
    for (let count = 0; count < 10; count += 1) {
      vi.advanceTimersByTime(500);
      watch.heard();
    }
    expect(log).toEqual([]);
    vi.advanceTimersByTime(3_000);
    watch.heard();
    expect(log).toEqual(['ask', 'quiet', 'speaks']);
  });

  it('says nothing after it was stopped', () => {
    vi.advanceTimersByTime(900);
    watch.stop();
    watch.heard();
    vi.advanceTimersByTime(20_000);
    expect(log).toEqual(['ask']);
  });
});
