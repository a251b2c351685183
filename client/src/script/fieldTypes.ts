import { fieldTypeNames, placeholderTypeNames } from '@daihon/shared/script/names';
import { registerMessages } from '../app/i18n.ts';

/** What the types of fields and placeholders are called. Apart: pages of agents do not name them. */
export const typeWords = registerMessages('types', {
  ja: { field: fieldTypeNames.ja, placeholder: placeholderTypeNames.ja },
  en: { field: fieldTypeNames.en, placeholder: placeholderTypeNames.en },
});
