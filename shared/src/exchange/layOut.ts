import type { Script, Step } from '../script/schema.ts';

/** Pixels between the columns and rows of the map, as the templates have them. */
const column = 340;
const row = 200;

/**
 * Gives every step a place on the map: one row further than the first step that leads to it, side by side in outline order.
 * What nothing leads to stands below.
 */
export function layOut(script: Script): Script {
  const rows = rowsOf(script);
  const used = new Map<number, number>();
  const steps = script.steps.map((step): Step => {
    const at = rows.get(step.id) ?? 0;
    const place = used.get(at) ?? 0;
    used.set(at, place + 1);
    return { ...step, position: { x: place * column, y: at * row } };
  });
  return { ...script, steps };
}

function rowsOf({ steps, start }: Script): Map<string, number> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const rows = new Map<string, number>();
  let level = [start, ...(start === null ? [steps[0]?.id] : [])].filter(
    (id) => id !== null && id !== undefined,
  );
  let at = 0;
  const rest = steps.map(({ id }) => id);
  while (level.length > 0) {
    const fresh = [...new Set(level)].filter((id) => !rows.has(id));
    for (const id of fresh) rows.set(id, at);
    level = fresh.flatMap((id) => (byId.get(id)?.choices ?? []).flatMap(({ to }) => to ?? []));
    if (fresh.length > 0) at += 1;
    if (level.every((id) => rows.has(id))) {
      const lost = rest.find((id) => !rows.has(id));
      level = lost === undefined ? [] : [lost];
    }
  }
  return rows;
}
