import { latePart } from '../../../ui/latePart.tsx';

// Parts of the editor that nobody sees before they have asked for them, and what follows the first text of a step. They come
// when the page is idle: out of the way of the first words, and there when they are asked for, also without network.

export const loadPaste = () => import('../clipboard/paste.ts');
const dialogs = latePart(() => import('./Dialogs.tsx'));
const publish = latePart(() => import('../publish/PublishDialog.tsx'));
const find = latePart(() => import('../find/OpenFind.tsx'));
const scriptTab = latePart(() => import('../panel/ScriptTab.tsx'));
const stepHistory = latePart(() => import('../panel/history/StepHistory.tsx'));
const stepParts = latePart(() => import('../panel/StepParts.tsx'));
const placeThreads = latePart(() => import('../comments/PlaceThreads.tsx'));
const stepThreads = latePart(() => import('../comments/StepThreads.tsx'));
const labelThreads = latePart(() => import('../comments/LabelThreads.tsx'));
const allThreads = latePart(() => import('../comments/AllThreads.tsx'));
const commentsBar = latePart(() => import('../comments/CommentsBar.tsx'));
const condition = latePart(() => import('../rules/ConditionEditor.tsx'));
const rowsInSight = latePart(() => import('../outline/RowsInSight.tsx'));

export const Dialogs = dialogs.View;
export const PublishDialog = publish.View;
export const OpenFind = find.View;
export const ScriptTab = scriptTab.View;
export const StepHistory = stepHistory.View;
export const StepParts = stepParts.View;
export const PlaceThreads = placeThreads.View;
export const StepThreads = stepThreads.View;
export const LabelThreads = labelThreads.View;
export const AllThreads = allThreads.View;
export const CommentsBar = commentsBar.View;
export const ConditionEditor = condition.View;
export const RowsInSight = rowsInSight.View;

const parts = [
  dialogs,
  publish,
  find,
  scriptTab,
  stepHistory,
  stepParts,
  placeThreads,
  stepThreads,
  labelThreads,
  allThreads,
  commentsBar,
  condition,
  rowsInSight,
];

/** Loads them all; what could not be loaded is asked for again where it is shown. */
export function loadLateParts(): void {
  const others = [
    loadPaste,
    () => import('../trial/TrialPane.tsx'),
    () => import('../../../exchange/ExportDialog.tsx'),
    () => import('../../../exchange/import/ImportDialog.tsx'),
  ];
  for (const load of [...parts.map((part) => part.load), ...others]) void load().catch(() => undefined);
}
