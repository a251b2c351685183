import { Suspense, lazy, useState } from 'react';
import { DisplayButton } from './DisplayButton.tsx';

// Floating panels are a tenth of a page's script and seldom opened: they come when the pointer does.
const loadPopover = () => import('./DisplayPopover.tsx');
const DisplayPopover = lazy(loadPopover);

/** Language, theme and text size: of this browser, at once, without a save button. */
export function DisplayMenu() {
  const [wanted, setWanted] = useState(false);
  const button = <DisplayButton onClick={() => setWanted(true)} onPointerEnter={() => void loadPopover()} />;
  return wanted ? (
    <Suspense fallback={button}>
      <DisplayPopover />
    </Suspense>
  ) : (
    button
  );
}
