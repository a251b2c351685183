import { registerMessages } from '../../../app/i18n.ts';

/** What leads to the trial run; its own words come with it. */
export const openTrialMessages = registerMessages('openTrial', {
  ja: {
    title: '試し通し',
    open: '試し通し',
    fromHere: 'このステップから試す',
    loading: '試し通しを開いています…',
  },
  en: {
    title: 'Trial run',
    open: 'Try it',
    fromHere: 'Try from this step',
    loading: 'Opening the trial run…',
  },
});
