import { contentOf, emptyContent } from '@daihon/shared/script/contentText';
import type { Script, Step } from '@daihon/shared/script/schema';
import { randomId } from '../../platform/clock.ts';

/** The smallest script that passes the check: a greeting that leads to an end. */
export function newScript(title: string): Script {
  const [greeting, end] = [randomId(), randomId()];
  return {
    schema: 1,
    title,
    language: 'ja',
    start: greeting,
    placeholders: [],
    groups: [],
    interrupts: [],
    steps: [
      {
        ...blankStep(greeting, 'talk', '名乗り'),
        say: contentOf('お電話ありがとうございます。ご用件を承ります。'),
        choices: [{ id: randomId(), label: '用件が済んだ', to: end, when: null }],
      },
      {
        ...blankStep(end, 'end', '終話'),
        say: contentOf('お電話ありがとうございました。失礼いたします。'),
        outcome: '完了',
        position: { x: 360, y: 0 },
      },
    ],
  };
}

function blankStep(id: string, kind: Step['kind'], title: string): Step {
  return {
    id,
    kind,
    title,
    group: null,
    mustRead: false,
    hold: false,
    say: emptyContent,
    do: emptyContent,
    caution: emptyContent,
    gates: [],
    fields: [],
    choices: [],
    jump: null,
    outcome: null,
    position: { x: 0, y: 0 },
  };
}
