import type { StepKind } from '@daihon/shared/script/schema';
import { StepKind as StepKinds } from '@daihon/shared/script/schema';
import {
  IconArrowsSplit2,
  IconCircleCheck,
  IconForms,
  IconMessage2,
  IconQuestionMark,
  IconTransfer,
} from '@tabler/icons-react';

export const stepKinds: readonly StepKind[] = StepKinds.options;

export const kindIcons = {
  talk: IconMessage2,
  question: IconQuestionMark,
  form: IconForms,
  condition: IconArrowsSplit2,
  jump: IconTransfer,
  end: IconCircleCheck,
} as const;
