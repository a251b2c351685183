import { EndSheet } from './EndSheet.tsx';
import { InterruptSheet } from './InterruptSheet.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import { SearchSheet } from './SearchSheet.tsx';
import { ValuesSheet } from './ValuesSheet.tsx';

const sheets = {
  search: SearchSheet,
  interrupts: InterruptSheet,
  keys: KeysSheet,
  values: ValuesSheet,
  end: EndSheet,
};
export type SheetName = keyof typeof sheets;

/** What lies open over the call. */
export default function OpenSheet({ name, onClose }: { name: SheetName; onClose: () => void }) {
  const Sheet = sheets[name];
  return <Sheet onClose={onClose} />;
}
