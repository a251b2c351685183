import { Graph, layout } from '@dagrejs/dagre';
import { framePadding } from '../model/boxes.ts';

export interface LayoutNode {
  id: string;
  width: number;
  height: number;
  /** Steps of one group stay together in a frame; null: on its own. */
  group: string | null;
}
export interface LayoutAsk {
  nodes: LayoutNode[];
  edges: { from: string; to: string }[];
}
export type Point = { x: number; y: number };
export type LayoutAnswer = [string, Point][];

const gridPx = 10;

/** Places for all nodes, from left to right along the ways. Each group is laid out by itself and then as one whole. */
export function arrange({ nodes, edges }: LayoutAsk): LayoutAnswer {
  const owner = new Map(nodes.map(({ id, group }) => [id, group === null ? id : `group:${group}`]));
  const blocks = new Map<string, LayoutNode[]>();
  for (const node of nodes) {
    const key = owner.get(node.id) ?? node.id;
    blocks.set(key, [...(blocks.get(key) ?? []), node]);
  }
  const inner = new Map([...blocks].map(([key, members]) => [key, blockOf(members, edges)]));
  const outer = placed(
    [...inner].map(([id, { width, height }]) => ({ id, width, height })),
    edges.flatMap(({ from, to }) => {
      const ends = { from: owner.get(from), to: owner.get(to) };
      return ends.from === undefined || ends.to === undefined ? [] : [{ from: ends.from, to: ends.to }];
    }),
  );
  return nodes.map(({ id }) => {
    const key = owner.get(id) ?? id;
    const [at, within] = [outer.get(key), inner.get(key)?.places.get(id)];
    return [id, { x: onGrid((at?.x ?? 0) + (within?.x ?? 0)), y: onGrid((at?.y ?? 0) + (within?.y ?? 0)) }];
  });
}

interface Block {
  width: number;
  height: number;
  places: ReadonlyMap<string, Point>;
}

/** One group with the room of its frame, or a single step. */
function blockOf(members: readonly LayoutNode[], edges: LayoutAsk['edges']): Block {
  const [first] = members;
  if (first === undefined) return { width: 0, height: 0, places: new Map() };
  if (first.group === null) return { ...first, places: new Map([[first.id, { x: 0, y: 0 }]]) };
  const ids = new Set(members.map(({ id }) => id));
  const places = placed(
    members,
    edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  );
  const { side, top } = framePadding;
  let [width, height] = [0, 0];
  for (const { id, ...size } of members) {
    const at = places.get(id) ?? { x: 0, y: 0 };
    width = Math.max(width, at.x + size.width);
    height = Math.max(height, at.y + size.height);
  }
  const inFrame = [...places].map(([id, { x, y }]) => [id, { x: x + side, y: y + top }] as const);
  return { width: width + 2 * side, height: height + top + side, places: new Map(inFrame) };
}

/** Left upper corners, the first one at nought. */
function placed(
  nodes: readonly { id: string; width: number; height: number }[],
  edges: LayoutAsk['edges'],
): ReadonlyMap<string, Point> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 110 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  for (const { from, to } of edges) if (from !== to) graph.setEdge(from, to);
  layout(graph);
  const corners = nodes.map(({ id, width, height }) => {
    const { x, y } = graph.node(id) as Point;
    return [id, { x: x - width / 2, y: y - height / 2 }] as const;
  });
  const left = Math.min(...corners.map(([, { x }]) => x));
  const top = Math.min(...corners.map(([, { y }]) => y));
  return new Map(corners.map(([id, { x, y }]) => [id, { x: x - left, y: y - top }]));
}

function onGrid(value: number): number {
  return Math.round(value / gridPx) * gridPx;
}
