import { useEffect } from 'react';
import { latePart } from '../../../ui/latePart.tsx';

// Parts of the call's screen that nobody sees before they have touched it. They are loaded with the agent's first key or touch: out of
// the way of the first words of a call, and there when they are asked for, also without network. Once loaded they are drawn at once
// (React.lazy would wait a moment): Alt+I and the number after it are often one stroke.

export const loadSummary = () => import('../end/callSummary.ts');
const end = latePart(() => import('../end/EndView.tsx'));
const sheet = latePart(
  () => import('../sheets/OpenSheet.tsx'),
  ({ onClose }) => onClose(),
);
const asides = latePart(() => import('../aside/AsideWords.tsx'));
const news = latePart(() => import('../update/NewsStrip.tsx'));

export const EndView = end.View;
export const OpenSheet = sheet.View;
export const AsideWords = asides.View;
export const NewsStrip = news.View;

/** Loads them with the first key or touch. */
export function useLateParts(): void {
  useEffect(() => {
    const stop = new AbortController();
    const first = () => {
      stop.abort();
      // What could not be loaded is asked for again where it is shown.
      for (const load of [sheet.load, end.load, news.load, loadSummary]) void load().catch(() => undefined);
    };
    for (const event of ['keydown', 'pointerdown'])
      window.addEventListener(event, first, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, []);
}
