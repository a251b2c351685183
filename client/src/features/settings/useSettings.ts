import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Settings, SettingsChange } from '@daihon/shared/settings';
import { translate } from '../../app/i18n.ts';
import { problemText } from '../../ui/problemText.ts';
import { toast } from '../../ui/toasts.ts';
import { api } from '../../wire/http.ts';
import { policyKey } from '../../wire/policy.ts';
import { settingsMessages } from './messages.ts';

const key = ['settings'];

export function useSettings() {
  return useQuery({ queryKey: key, queryFn: () => api.get<Settings>('/api/settings') });
}

/** Replaces parts of the settings; says that it was done, or why not. */
export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: SettingsChange) => api.patch<Settings>('/api/settings', change),
    onSuccess: (settings) => {
      client.setQueryData(key, settings);
      void client.invalidateQueries({ queryKey: policyKey });
      toast.success(translate(settingsMessages, 'saved'));
    },
    onError: (error) => toast.error(problemText(error)),
  });
}
