import type { Call, PathEntry, VersionSwitch } from '@daihon/shared/call';
import type { Script, Step } from '@daihon/shared/script/schema';

export interface Place {
  scriptId: string;
  version: number;
}

/** What a call shows of itself, in the order of time. `index`: in the path, which is what a fault names. */
export type PathLine =
  { kind: 'step'; entry: PathEntry; place: Place; index: number } | { kind: 'switch'; change: VersionSwitch };

type Running = Pick<Call, 'scriptId' | 'version' | 'switches'>;

/** The version that an entry was seen on: its own, or the one that the call was on at that time. */
export function placeOf({ scriptId, version, switches }: Running, entry: PathEntry): Place {
  const own = entry.scriptId ?? scriptId;
  if (entry.version !== undefined) return { scriptId: own, version: entry.version };
  const at = Date.parse(entry.at);
  const first = switches[0]?.from ?? version;
  const then = switches.filter((change) => Date.parse(change.at) <= at).at(-1)?.to ?? first;
  return { scriptId: own, version: then };
}

/** Every version that the path needs, what was taken back too, each once. */
export function versionsOf(call: Running & Pick<Call, 'path' | 'undone'>): Place[] {
  const entries = [...call.path, ...(call.undone ?? [])];
  const places = [
    { scriptId: call.scriptId, version: call.version },
    ...entries.map((entry) => placeOf(call, entry)),
  ];
  return [...new Map(places.map((place) => [`${place.scriptId}@${place.version}`, place])).values()];
}

/** The path with the changes of version where they happened. */
export function linesOf(call: Running & Pick<Call, 'path'>): PathLine[] {
  const steps = call.path.map((entry, index): PathLine => ({
    kind: 'step',
    entry,
    place: placeOf(call, entry),
    index,
  }));
  const switches = call.switches.map((change): PathLine => ({ kind: 'switch', change }));
  return [...switches, ...steps].sort((a, b) => timeOf(a) - timeOf(b));
}

function timeOf(line: PathLine): number {
  return Date.parse(line.kind === 'step' ? line.entry.at : line.change.at);
}

export function stepOf(
  scripts: ReadonlyMap<string, Script>,
  { scriptId, version }: Place,
  stepId: string,
): Step | null {
  return scripts.get(`${scriptId}@${version}`)?.steps.find(({ id }) => id === stepId) ?? null;
}

/** 「3:05」; '' while the call goes on. */
export function lengthText(call: Pick<Call, 'startedAt' | 'endedAt'>): string {
  if (call.endedAt === null) return '';
  const seconds = Math.max(0, Math.round((Date.parse(call.endedAt) - Date.parse(call.startedAt)) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
