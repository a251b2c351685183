import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { keyUses } from '../keyUses.ts';
import { contentOf } from '../contentText.ts';
import type { Script } from '../schema.ts';
import { readScript } from './read.ts';
import { renameField, renamePlaceholder } from './renameKey.ts';
import { fillDraft } from './write.ts';

const script: Script = {
  schema: 1,
  title: '',
  language: 'ja',
  start: 's1',
  placeholders: [{ key: 'customer.name', label: 'お客様名', type: 'text', example: '', fallback: '' }],
  groups: [],
  interrupts: [],
  steps: [step('s1'), step('s2')],
};

function step(id: string): Script['steps'][number] {
  return {
    id,
    kind: 'form',
    title: '',
    group: null,
    mustRead: false,
    hold: false,
    say: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { when: 'quantity > 1' },
          content: [
            { type: 'text', text: '{{quant' },
            { type: 'text', text: 'ity}}', marks: [{ type: 'bold' }] },
            { type: 'text', text: '個と{{ quantity }}個、{{quantity_total}}と quantity' },
          ],
        },
      ],
    },
    do: contentOf('{{customer.name}}様'),
    caution: contentOf(''),
    gates: [],
    fields:
      id === 's1'
        ? [
            { id: 'f1', key: 'quantity', label: '', type: 'number', required: false, personal: false },
            {
              id: 'f2',
              key: 'total',
              label: '',
              type: 'number',
              required: false,
              personal: false,
              computed: 'quantity * 2',
            },
          ]
        : [],
    choices: [{ id: 'c1', label: '', to: null, when: 'quantity >= 3 && "quantity" != total' }],
    jump: {
      scriptId: 'part',
      inputs: [{ key: 'pieces', from: 'quantity + 1' }],
      outputs: [{ key: 'pieces', to: 'quantity' }],
    },
    page: { url: 'https://example.jp/?n={{quantity}}', title: 'Quantity', fallback: '{{quantity}}個' },
    outcome: null,
    position: { x: 0, y: 0 },
  };
}

function draftOf(): Y.Doc {
  const doc = new Y.Doc();
  fillDraft(doc, script, null);
  return doc;
}

describe('renaming a key', () => {
  it('finds where it is asked for', () => {
    expect(
      keyUses(script)
        .get('quantity')
        ?.map(({ stepId, place }) => `${stepId} ${place}`),
    ).toEqual(
      ['s1', 's2'].flatMap((stepId) => {
        const own = stepId === 's1' ? ['computed:f2'] : [];
        return ['say', 'say', 'when:c1', ...own, 'jump', 'jump', 'page'].map((place) => `${stepId} ${place}`);
      }),
    );
  });

  it('changes texts, conditions and expressions, and is one undo', () => {
    const doc = draftOf();
    const before = readScript(doc);
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set(['me']), captureTimeout: 0 });
    renameField(doc, { stepId: 's1', fieldId: 'f1', from: 'quantity' }, 'order.count', { uses: true }, 'me');
    const after = readScript(doc);
    expect(JSON.stringify(after)).toBe(
      JSON.stringify(before)
        .replaceAll('"quantity', '"order.count')
        .replaceAll('"order.count_total', '"quantity_total')
        .replaceAll('\\"order.count\\"', '\\"quantity\\"')
        .replaceAll('{{ quantity }}', '{{ order.count }}')
        .replaceAll('{{quantity}}', '{{order.count}}')
        .replaceAll('{{quant"},{"type":"text","text":"ity}}', '{{"},{"type":"text","text":"order.count}}'),
    );
    undo.undo();
    expect(readScript(doc)).toEqual(before);
    expect(undo.canUndo()).toBe(false);
  });

  it('gives a placeholder its new key everywhere, unless that is taken', () => {
    const doc = draftOf();
    renamePlaceholder(doc, 'customer.name', 'customer.name', null);
    expect(readScript(doc)).toEqual(script);
    renamePlaceholder(doc, 'customer.name', 'caller', null);
    const { placeholders, steps } = readScript(doc);
    expect(placeholders).toEqual([{ ...script.placeholders[0], key: 'caller' }]);
    expect(steps.map((each) => each.do)).toEqual([contentOf('{{caller}}様'), contentOf('{{caller}}様')]);
  });
});
