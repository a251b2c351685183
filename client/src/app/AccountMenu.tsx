import { Suspense, lazy, useState } from 'react';
import { AccountButton } from './AccountButton.tsx';

const loadDropdown = () => import('./AccountDropdown.tsx');
const AccountDropdown = lazy(loadDropdown);

/** Who is signed in, and the way out. The menu itself loads with the first pointer that comes near. */
export function AccountMenu() {
  const [wanted, setWanted] = useState(false);
  const button = <AccountButton onClick={() => setWanted(true)} onPointerEnter={() => void loadDropdown()} />;
  return wanted ? (
    <Suspense fallback={button}>
      <AccountDropdown />
    </Suspense>
  ) : (
    button
  );
}
