import { Graph, layout } from '@dagrejs/dagre';

export interface LayoutAsk {
  nodes: { id: string; width: number; height: number }[];
  edges: { from: string; to: string }[];
}
export type LayoutAnswer = [string, { x: number; y: number }][];

const gridPx = 10;

self.onmessage = ({ data }: MessageEvent<LayoutAsk>) => {
  self.postMessage(arrange(data));
};

function arrange({ nodes, edges }: LayoutAsk): LayoutAnswer {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 110, marginx: 20, marginy: 20 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  for (const { from, to } of edges) if (from !== to) graph.setEdge(from, to);
  layout(graph);
  return nodes.map(({ id, width, height }) => {
    const { x, y } = graph.node(id) as { x: number; y: number };
    return [id, { x: onGrid(x - width / 2), y: onGrid(y - height / 2) }];
  });
}

function onGrid(value: number): number {
  return Math.round(value / gridPx) * gridPx;
}
