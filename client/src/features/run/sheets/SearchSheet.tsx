import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { lateMessages } from '../lateMessages.ts';
import { linkToStep } from '../stepLink.ts';
import { SearchList } from './SearchList.tsx';
import { Sheet } from './Sheet.tsx';
import { StepPreview } from './StepPreview.tsx';
import type { FoundElsewhere } from './useElsewhere.ts';

/** Finds a step of this script and goes there, or one of another script and shows it beside the call. */
export function SearchSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages(lateMessages);
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [reading, setReading] = useState<FoundElsewhere | null>(null);
  return (
    <Sheet title={t('search.title')} onClose={onClose}>
      {reading === null ? (
        <SearchList query={query} onQuery={setQuery} onRead={setReading} onClose={onClose} />
      ) : (
        <StepPreview
          found={reading}
          onBack={() => setReading(null)}
          onStart={() => {
            onClose();
            void navigate(linkToStep(reading));
          }}
        />
      )}
    </Sheet>
  );
}
