import {
  IconArrowsSplit2,
  IconCircleCheck,
  IconForms,
  IconMessage2,
  IconQuestionMark,
  IconTransfer,
} from '@tabler/icons-react';

export const kindIcons = {
  talk: IconMessage2,
  question: IconQuestionMark,
  form: IconForms,
  condition: IconArrowsSplit2,
  jump: IconTransfer,
  end: IconCircleCheck,
} as const;
