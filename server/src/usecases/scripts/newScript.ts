import { contentOf, emptyContent } from '@daihon/shared/script/contentText';
import type { Script, Step } from '@daihon/shared/script/schema';
import { randomId } from '../../platform/clock.ts';

const texts = {
  ja: {
    greeting: '名乗り',
    hello: 'お電話ありがとうございます。ご用件を承ります。',
    done: '用件が済んだ',
    end: '終話',
    goodbye: 'お電話ありがとうございました。失礼いたします。',
    outcome: '完了',
  },
  en: {
    greeting: 'Greeting',
    hello: 'Thank you for calling. How can I help you?',
    done: 'Taken care of',
    end: 'End of the call',
    goodbye: 'Thank you for calling. Goodbye.',
    outcome: 'Completed',
  },
} as const;

/** The smallest script that passes the check: a greeting that leads to an end. */
export function newScript(title: string, language: Script['language'] = 'ja'): Script {
  const text = texts[language];
  const [greeting, end] = [randomId(), randomId()];
  return {
    schema: 1,
    title,
    language,
    start: greeting,
    placeholders: [],
    groups: [],
    interrupts: [],
    steps: [
      {
        ...blankStep(greeting, 'talk', text.greeting),
        say: contentOf(text.hello),
        choices: [{ id: randomId(), label: text.done, to: end, when: null }],
      },
      {
        ...blankStep(end, 'end', text.end),
        say: contentOf(text.goodbye),
        outcome: text.outcome,
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
