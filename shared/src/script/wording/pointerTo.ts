import { placedParagraphs } from '../check/texts.ts';
import type { TextPlace } from '../find/texts.ts';
import type { Script } from '../schema.ts';
import { stepRoles } from '../kinds.ts';

/** The JSON pointer of a text's place in the Script document. */
export function pointerTo(script: Script, { part, stepId, item, paragraph }: TextPlace): string {
  const index = script.steps.findIndex(({ id }) => id === stepId);
  const step = script.steps[index];
  const [room = '', id = '', member = 'label', number] = item.split('/');
  if (step === undefined) return rootPointer(script, room, id, member);
  const base = `/steps/${index}`;
  const role = stepRoles.find((each) => each === part);
  if (role !== undefined) {
    const paragraphs = placedParagraphs(step[role], `${base}/${role}`);
    return paragraphs[paragraph ?? 0]?.pointer ?? `${base}/${role}`;
  }
  if (room !== 'choices' && room !== 'fields' && room !== 'gates') return `${base}/${item}`;
  const at = step[room].findIndex((each) => each.id === id);
  return `${base}/${room}/${at}/${member}${number === undefined ? '' : `/${number}/label`}`;
}

function rootPointer(script: Script, room: string, id: string, member: string): string {
  if (room === 'groups') return `/groups/${script.groups.findIndex((each) => each.id === id)}/title`;
  if (room === 'interrupts')
    return `/interrupts/${script.interrupts.findIndex((each) => each.id === id)}/label`;
  if (room === 'placeholders')
    return `/placeholders/${script.placeholders.findIndex(({ key }) => key === id)}/${member}`;
  return '/title';
}
