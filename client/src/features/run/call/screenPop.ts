import type { FieldValue } from '@daihon/shared/call';
import { numberOf } from '@daihon/shared/script/numberOf';
import type { Script } from '@daihon/shared/script/schema';
import { externalIdKey } from '../save/record.ts';

/** What a telephone system hands over in the address: `?call_id=…&v.customer.name=…`. */
export interface ScreenPop {
  callId: string | null;
  values: Readonly<Record<string, string>>;
}

const longest = 500;

export function readScreenPop(search: URLSearchParams): ScreenPop {
  const values: Record<string, string> = {};
  for (const [name, value] of search)
    if (name.startsWith('v.') && value !== '') values[name.slice(2)] = value.slice(0, longest);
  const callId = search.get('call_id')?.slice(0, longest) ?? '';
  return { callId: callId === '' ? null : callId, values };
}

/**
 * Where the values go in this script: its placeholders, and fields of the same key that hold text or a number (the caller's number in
 * 電話番号). Keys that the script does not know are left out: no personal data is kept for nothing.
 */
export function popInto(
  script: Pick<Script, 'placeholders' | 'steps'>,
  { callId, values }: ScreenPop,
): { placeholders: Record<string, string>; fields: Record<string, FieldValue> } {
  const placeholders: Record<string, string> = {};
  const fields: Record<string, FieldValue> = {};
  for (const { key } of script.placeholders) {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value !== undefined) placeholders[key] = value;
  }
  for (const { key, type, computed, options } of script.steps.flatMap((step) => step.fields)) {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined || computed !== undefined) continue;
    const known = options === undefined || options.some((option) => option.value === value);
    if (!known || type === 'checkbox' || type === 'readback') continue;
    fields[key] = type === 'number' ? (numberOf(value) ?? value) : value;
  }
  if (callId !== null) placeholders[externalIdKey] = callId;
  return { placeholders, fields };
}

/** The agent's own name where the script asks for it under one of the usual keys. */
export function ownName(script: Pick<Script, 'placeholders'>, name: string): Record<string, string> {
  const keys = ['operator_name', 'operator.name', 'agent_name', 'agent.name'];
  const asked = script.placeholders.filter(({ key }) => keys.includes(key));
  return Object.fromEntries(asked.map(({ key }) => [key, name]));
}
