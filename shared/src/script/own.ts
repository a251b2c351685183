/** The record's own member, undefined otherwise: a field may be called `constructor`, and then nobody has filled it in. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
