import type { Group, Step } from '@daihon/shared/script/schema';
import type { Node } from '@xyflow/react';

export type StepNodeData = {
  step: Step;
  number: number;
  isStart: boolean;
  isOpen: boolean;
  isHit: boolean;
  severity: 'error' | 'warning' | null;
  /** Steps folded away behind this one; null: nothing is folded here. */
  behind: number | null;
};
export type StepFlowNode = Node<StepNodeData, 'step'>;

/** A group around its steps. */
export type FrameNodeData = { group: Group; count: number };
export type FrameFlowNode = Node<FrameNodeData, 'frame'>;

/** A folded group. */
export type CardNodeData = {
  group: Group;
  count: number;
  /** How many times as large as at full size. */
  scale: number;
  isOpen: boolean;
  isStart: boolean;
  hits: number;
  severity: 'error' | 'warning' | null;
};
export type CardFlowNode = Node<CardNodeData, 'card'>;

export type MapNode = StepFlowNode | FrameFlowNode | CardFlowNode;
