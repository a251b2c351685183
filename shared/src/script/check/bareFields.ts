import type { Field } from '../schema.ts';

const bareTypes = new Set<Field['type']>(['tel', 'number']);
const numberLabels =
  /(?:契約|顧客|客様|会員|証券|免許証?|旅券|パスポート|保険証|保険者|個人|社員)の?番号|マイナンバー|口座|暗証|パスワード|生年月日|\b(?:account|contract|customer|id|licence|passport|policy)\s+(?:no|number)\b|\bpassword\b|\bpin\b|\bbirth/iu;

/**
 * Personal data that stands open though nobody needs to see it again: phone numbers, numbers, and texts that are called one. Names and
 * addresses are left to the author: hidden, they could not be checked against what the caller says.
 */
export function isBare(field: Field): boolean {
  const { type, label, key, personal, mask, computed } = field;
  if (!personal || mask !== undefined || computed !== undefined) return false;
  return (
    bareTypes.has(type) || (type === 'text' && numberLabels.test(`${label} ${key.replaceAll('_', ' ')}`))
  );
}
