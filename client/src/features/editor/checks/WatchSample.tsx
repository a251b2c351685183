import { Button } from '@mantine/core';
import type { Finding } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { useEditor } from '../session/context.ts';
import { useFollow } from '../trial/useFollow.ts';
import { useSamples } from '../trial/useSamples.ts';
import { checksMessages } from './messages.ts';

/** Takes the path of a sample caller that leaves it, as far as it comes. */
export function WatchSample({ finding: { code, values } }: { finding: Finding }) {
  const t = useMessages(checksMessages);
  const { view } = useEditor();
  const samples = useSamples();
  const follow = useFollow();
  const sample = code === 'sample_path' ? samples.find(({ id }) => id === values?.sampleid) : undefined;
  if (sample === undefined) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        view.set({ dialog: null, trial: true, pane: 'trial' });
        void follow(sample);
      }}
    >
      {t('watch')}
    </Button>
  );
}
