import { arrange } from './arrange.ts';
import type { LayoutAsk } from './arrange.ts';

self.onmessage = ({ data }: MessageEvent<LayoutAsk>) => {
  self.postMessage(arrange(data));
};
