import type { Finding } from '@daihon/shared/version';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { translate } from '../../../app/i18n.ts';
import type { FindingsStore } from '../checks/findingsStore.ts';
import { proseLines } from '../comments/marks/proseText.ts';
import { proseMessages } from './messages.ts';

/**
 * What a mark means: the rule and what could be written instead, as the text's tooltip while the pointer is on the words, and as its
 * description while the caret is in them. Both stand at the field; nothing of the text changes.
 */
export function wordHints(store: FindingsStore, own: (finding: Finding) => boolean): Plugin {
  const asked = { title: 0, 'aria-description': 0 };
  const tell = (view: EditorView, name: 'title' | 'aria-description', position: number | null) => {
    const found = position === null ? [] : findingsAt(view, store.get().all.filter(own), position);
    const ask = (asked[name] += 1);
    if (found.length === 0) view.dom.removeAttribute(name);
    else void hintOf(found).then((hint) => ask === asked[name] && view.dom.setAttribute(name, hint));
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousemove: (view, { clientX, clientY }) => {
          const at = view.posAtCoords({ left: clientX, top: clientY });
          tell(view, 'title', at === null || at.inside < 0 ? null : at.pos);
        },
        mouseleave: (view) => tell(view, 'title', null),
        blur: (view) => tell(view, 'aria-description', null),
      },
    },
    view: () => ({
      update: (view, before) => {
        if (before.selection.eq(view.state.selection) && before.doc === view.state.doc) return;
        if (!view.composing) tell(view, 'aria-description', view.state.selection.head);
      },
    }),
  });
}

/** Those whose words still stand where they were found, and hold this position. */
function findingsAt(view: EditorView, findings: readonly Finding[], position: number): Finding[] {
  if (findings.length === 0) return [];
  const lines = proseLines(view.state.doc);
  return findings.filter(({ words }) => {
    const line = lines[words?.paragraph ?? -1];
    if (words === undefined || line?.text.slice(words.from, words.to) !== words.quote) return false;
    return line.position + words.from <= position && position <= line.position + words.to;
  });
}

/** The sentences of the rules come with the checks, after the first text. */
async function hintOf(findings: readonly Finding[]): Promise<string> {
  try {
    const { findingText } = await import('../checks/showFinding.ts');
    return findings
      .map((finding) => {
        const words = finding.words?.instead ?? '';
        return words === ''
          ? findingText(finding)
          : `${findingText(finding)} ${translate(proseMessages, 'instead', { words })}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}
