import type { Group, Script, Step } from '@daihon/shared/script/schema';
import { outlineOf } from '../../session/outline.ts';
import { stepSize } from '../../ui/stepSize.ts';
import { cardIn, frameAround } from '../model/boxes.ts';
import type { Box } from '../model/boxes.ts';
import { cardId, frameId } from '../model/folds.ts';
import type { Folds, Standing } from '../model/folds.ts';
import { cardHandles, stepHandles } from './handles.ts';
import type {
  CardFlowNode,
  CardNodeData,
  FrameFlowNode,
  MapNode,
  StepFlowNode,
  StepNodeData,
} from './types.ts';

export interface MapFacts {
  script: Script;
  folds: Folds;
  standing: Standing;
  openId: string | null;
  selected: ReadonlySet<string>;
  hits: ReadonlySet<string>;
  worst: ReadonlyMap<string, 'error' | 'warning'>;
  /** How large folded groups are drawn at this zoom. */
  scale: number;
}

/** The draft as nodes, frames first. A node stays the same object until something of it changes. */
export function buildNodes(present: readonly MapNode[], facts: MapFacts): MapNode[] {
  const known = new Map(present.map((node) => [node.id, node]));
  const { numbers } = outlineOf(facts.script);
  const steps = facts.script.steps.flatMap((step): StepFlowNode[] => {
    if (facts.standing.of.has(step.id)) return [];
    const data = stepData(step, numbers.get(step.id) ?? 0, facts);
    return [stepNode(known.get(step.id), data, facts.selected.has(step.id))];
  });
  const cards = facts.script.groups.flatMap((group) => cardNodes(group, known, facts));
  return withFrames([...cards, ...steps], present, facts);
}

/** `nodes` with the frames of the groups around them: also while steps are being dragged. */
export function withFrames(
  nodes: readonly (StepFlowNode | CardFlowNode)[],
  present: readonly MapNode[],
  { script, folds }: Pick<MapFacts, 'script' | 'folds'>,
): MapNode[] {
  const known = new Map(present.map((node) => [node.id, node]));
  const boxes = new Map<string, Box[]>();
  for (const node of nodes) {
    if (node.type !== 'step') continue;
    const { group } = node.data.step;
    if (group === null) continue;
    const box = { ...node.position, width: node.width ?? 0, height: node.height ?? 0 };
    const others = boxes.get(group);
    if (others === undefined) boxes.set(group, [box]);
    else others.push(box);
  }
  const frames = script.groups.flatMap((group): FrameFlowNode[] => {
    const members = folds.groups.has(group.id) ? undefined : boxes.get(group.id);
    const box = frameAround(members ?? []);
    if (box === null) return [];
    return [frameNode(known.get(frameId(group.id)), group, members?.length ?? 0, box)];
  });
  return [...frames, ...nodes];
}

function stepData(step: Step, number: number, facts: MapFacts): StepNodeData {
  const { id } = step;
  return {
    step,
    number,
    isStart: facts.script.start === id,
    isOpen: facts.openId === id,
    isHit: facts.hits.has(id),
    severity: facts.worst.get(id) ?? null,
    behind: facts.folds.branches.has(id) ? (facts.standing.behind.get(id) ?? 0) : null,
  };
}

function stepNode(node: MapNode | undefined, data: StepNodeData, selected: boolean): StepFlowNode {
  const { step } = data;
  const present = node?.type === 'step' ? node : undefined;
  const position = present?.dragging === true ? present.position : step.position;
  if (present !== undefined && isSame(present, { data, position, selected })) return present;
  const sameShape = present?.data.step.choices === step.choices && present.data.step.kind === step.kind;
  const size = stepSize(step);
  return {
    ...present,
    id: step.id,
    type: 'step',
    position,
    data: present !== undefined && sameData(present.data, data) ? present.data : data,
    selected,
    ...size,
    measured: size,
    handles: (sameShape ? present.handles : undefined) ?? stepHandles(step, size),
  };
}

function frameNode(node: MapNode | undefined, group: Group, count: number, box: Box): FrameFlowNode {
  const present = node?.type === 'frame' ? node : undefined;
  const { x, y, width, height } = box;
  const data = { group, count };
  if (
    present?.width === width &&
    present.height === height &&
    isSame(present, { data, position: { x, y }, selected: false })
  ) {
    return present;
  }
  return {
    ...present,
    id: frameId(group.id),
    type: 'frame',
    position: { x, y },
    data: present !== undefined && sameData(present.data, data) ? present.data : data,
    selected: false,
    selectable: false,
    // Its title alone is taken hold of: between the steps one is on the map.
    dragHandle: '[data-frame-handle]',
    style: { pointerEvents: 'none' },
    zIndex: -1,
    width,
    height,
    measured: { width, height },
    handles: [],
  };
}

function cardNodes(group: Group, known: ReadonlyMap<string, MapNode>, facts: MapFacts): CardFlowNode[] {
  if (!facts.folds.groups.has(group.id)) return [];
  const members = facts.script.steps.filter((step) => step.group === group.id);
  const frame = frameAround(members.map((step) => ({ ...step.position, ...stepSize(step) })));
  if (frame === null) return [];
  const id = cardId(group.id);
  const { x, y, width, height } = cardIn(frame, facts.scale);
  const severities = members.map((step) => facts.worst.get(step.id));
  const data: CardNodeData = {
    group,
    count: members.length,
    scale: width / cardIn(frame, 1).width,
    isOpen: members.some((step) => step.id === facts.openId),
    isStart: members.some((step) => step.id === facts.script.start),
    hits: members.filter((step) => facts.hits.has(step.id)).length,
    severity: severities.includes('error') ? 'error' : severities.includes('warning') ? 'warning' : null,
  };
  const selected = members.every((step) => facts.selected.has(step.id));
  const node = known.get(id);
  const present = node?.type === 'card' ? node : undefined;
  const position = present?.dragging === true ? present.position : { x, y };
  if (present !== undefined && isSame(present, { data, position, selected }) && present.width === width)
    return [present];
  const size = { width, height };
  return [
    {
      ...present,
      id,
      type: 'card',
      position,
      data: present !== undefined && sameData(present.data, data) ? present.data : data,
      selected,
      ...size,
      measured: size,
      handles: cardHandles(size),
    },
  ];
}

function isSame(
  node: MapNode,
  { data, position, selected }: { data: object; position: Step['position']; selected: boolean },
): boolean {
  return (
    (node.selected ?? false) === selected &&
    node.position.x === position.x &&
    node.position.y === position.y &&
    sameData(node.data, data)
  );
}

function sameData(a: object, b: object): boolean {
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return left.every(([key, value]) => Object.is(right[key], value));
}
