import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { can } from '@daihon/shared/access';
import type { Settings } from '@daihon/shared/settings';
import type { Finding } from '@daihon/shared/version';
import { useMessages } from '../../../app/i18n.ts';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { api } from '../../../wire/http.ts';
import { policyKey } from '../../../wire/policy.ts';
import { useSession } from '../../../wire/session.ts';
import { checksMessages } from './messages.ts';

/** Rules about single words; a long sentence is no word to allow, an NG word is taken out of its own list. */
const aboutWords: ReadonlySet<string> = new Set(['mixed_spelling', 'mixed_width', 'honorific']);

/** «この語を許可»: for the whole tenant, so for administrators. */
export function AllowWord({ finding: { code, words } }: { finding: Finding }) {
  const t = useMessages(checksMessages);
  const account = useSession();
  const client = useQueryClient();
  const word = words?.quote ?? '';
  const allow = useMutation({
    mutationFn: async () => {
      const { wording } = await api.get<Settings>('/api/settings');
      const allowed = [...new Set([...wording.allowed, word])];
      return api.patch<Settings>('/api/settings', { wording: { ...wording, allowed } });
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: policyKey });
      toast.success(t('allowed', { word }));
    },
    onError: (problem) => toast.error(problemText(problem)),
  });
  if (!aboutWords.has(code) || word === '' || !can(account, 'settings.manage')) return null;
  return (
    <Button size="compact-sm" variant="subtle" loading={allow.isPending} onClick={() => allow.mutate()}>
      {t('allow')}
    </Button>
  );
}
