import { Radio, Stack } from '@mantine/core';
import type { Role } from '@daihon/shared/access';
import { useMessages } from '../../app/i18n.ts';
import { accountsMessages } from './messages.ts';

/** As one meets them in a centre, from many to few. Not `Role.options`: that would bring the schema library into every page. */
export const roles: readonly Role[] = ['agent', 'supervisor', 'admin', 'auditor'];

export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const t = useMessages(accountsMessages);
  return (
    <Radio.Group
      label={t('roleLabel')}
      value={value}
      onChange={(text) => onChange(roles.find((role) => role === text) ?? value)}
    >
      <Stack gap="sm" mt="xs">
        {roles.map((role) => (
          <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`roleHint.${role}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
