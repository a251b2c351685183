/**
 * The canonical JSON of RFC 8785: members sorted by UTF-16 code units, no white space, numbers as ECMAScript prints them.
 * Equal documents give equal text, so a version's hash is taken over it. Members that are undefined are left out, as in
 * JSON.stringify. Throws RangeError for NaN and the infinities, TypeError for what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('JSON has no NaN and no infinity');
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : canonicalObject(value);
    default:
      throw new TypeError(`JSON cannot hold a ${typeof value}`);
  }
}

function canonicalObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '';
  // Without a comparator strings are sorted by their code units.
  for (const name of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, name);
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
