import { addPlaceholder, removePlaceholder } from '@daihon/shared/script/draft/editScript';
import { setField } from '@daihon/shared/script/draft/editItems';
import type { FieldPatch } from '@daihon/shared/script/draft/editItems';
import { nameOf } from '@daihon/shared/script/check/report';
import { spliceAt } from '@daihon/shared/script/draft/textPlaces';
import { textsOf } from '@daihon/shared/script/find/texts';
import type { Field, Script } from '@daihon/shared/script/schema';
import type { Finding } from '@daihon/shared/version';
import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import type { Editor } from '../session/context.ts';
import { checksMessages } from './messages.ts';
import { unfolded } from '../panes/folded.ts';

type Label =
  | 'releaseHold'
  | 'holdToo'
  | 'replace'
  | 'newStep'
  | 'createPlaceholder'
  | 'removePlaceholder'
  | 'addChoice'
  | 'markPersonal'
  | 'mask';

export interface Fix {
  label: Label;
  values: Record<string, string>;
  run: (editor: Editor) => void;
}

/** A step to be chosen for what is missing. */
export interface Pick {
  label: 'target' | 'start';
  run: (editor: Editor, stepId: string) => void;
}

export interface Fixes {
  buttons: Fix[];
  pick: Pick | null;
}

/** What mends a finding of this draft without a word to be thought of. */
export function fixesOf(script: Script, finding: Finding): Fixes {
  const { code, stepId, words } = finding;
  if (finding.held !== undefined) return mendHold(script, finding, finding.held);
  const key = finding.values?.key ?? '';
  if (words?.instead != null)
    return only({ label: 'replace', values: { instead: words.instead }, run: replaceWords(finding) });
  if (code === 'no_start')
    return { buttons: [], pick: { label: 'start', run: ({ actions }, id) => actions.setStart(id) } };
  if (code === 'undefined_placeholder') return only(createPlaceholder(key));
  if (code === 'unused_placeholder')
    return only({
      label: 'removePlaceholder',
      values: {},
      run: ({ session }) => session.edit((doc) => removePlaceholder(doc, key, session.origin)),
    });
  if (stepId === null) return { buttons: [], pick: null };
  if (code === 'dangling_choice') return mendChoice(script, finding, stepId);
  if (code === 'dead_end')
    return only({ label: 'addChoice', values: {}, run: (editor) => editor.actions.addChoice(stepId) });
  if (code === 'personal_field')
    return mendField(script, finding, stepId, 'markPersonal', () => ({ personal: true }));
  if (code === 'unmasked_field') return mendField(script, finding, stepId, 'mask', maskFor);
  return { buttons: [], pick: null };
}

/** What comes from a step on hold: let it out after all, or hold back what depends on it as well. */
function mendHold(script: Script, { stepId }: Finding, held: NonNullable<Finding['held']>): Fixes {
  const release = held.map(({ id, title }): Fix => ({
    label: 'releaseHold',
    values: { step: title },
    run: ({ actions }) => actions.set(id, { hold: false }),
  }));
  const step = script.steps.find(({ id }) => id === stepId);
  if (step === undefined || step.hold) return { buttons: release, pick: null };
  const too: Fix = {
    label: 'holdToo',
    values: { step: nameOf(step) },
    run: ({ actions }) => actions.set(step.id, { hold: true }),
  };
  return { buttons: [...release, too], pick: null };
}

function only(fix: Fix): Fixes {
  return { buttons: [fix], pick: null };
}

function createPlaceholder(key: string): Fix {
  const placeholder = { key, label: key, type: 'text' as const, example: '', fallback: '' };
  return {
    label: 'createPlaceholder',
    values: { key },
    run: ({ session, view }) => {
      session.edit((doc) => addPlaceholder(doc, placeholder, session.origin));
      view.set({ dialog: null, tab: 'placeholders', ...unfolded(view, 'panel') });
    },
  };
}

function mendChoice(script: Script, { pointer }: Finding, stepId: string): Fixes {
  const [, , , , index] = pointer.split('/');
  const choice = script.steps.find(({ id }) => id === stepId)?.choices[Number(index)];
  if (choice === undefined) return { buttons: [], pick: null };
  return {
    pick: { label: 'target', run: ({ actions }, to) => actions.connect(stepId, choice.id, to) },
    buttons: [
      {
        label: 'newStep',
        values: {},
        run: ({ actions, view }) => {
          actions.addConnected(stepId, { choiceId: choice.id });
          view.set({ dialog: null, ...unfolded(view, 'panel') });
        },
      },
    ],
  };
}

function mendField(
  script: Script,
  { pointer }: Finding,
  stepId: string,
  label: Label,
  patchOf: (field: Field) => FieldPatch,
): Fixes {
  const [, , , , index] = pointer.split('/');
  const field = script.steps.find(({ id }) => id === stepId)?.fields[Number(index)];
  if (field === undefined) return { buttons: [], pick: null };
  return only({
    label,
    values: {},
    run: ({ session }) =>
      session.edit((doc) => setField(doc, stepId, field.id, patchOf(field), session.origin)),
  });
}

/** Numbers are told apart by their end; of what else is personal nothing needs to be seen. */
function maskFor({ type }: Field): FieldPatch {
  return { mask: type === 'tel' ? 'last4' : 'all' };
}

/** «置き換える»: only where the words still stand as they were found. */
function replaceWords({ stepId, words }: Finding): Fix['run'] {
  return ({ session }) => {
    if (words?.instead == null) return;
    const { from, to, item, paragraph, quote, instead } = words;
    const placed = textsOf(session.store.get().script).find(
      ({ place }) => place.stepId === stepId && place.item === item && place.paragraph === paragraph,
    );
    if (placed?.text.slice(from, to) !== quote) {
      toast.warning(translate(checksMessages, 'moved'));
      return;
    }
    session.edit((doc) => spliceAt(doc, placed.place, placed.text, { from, to, text: instead }));
    toast.success(translate(checksMessages, 'replaced', { instead }));
  };
}
