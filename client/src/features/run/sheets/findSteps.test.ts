import { expect, it } from 'vitest';
import { scriptOf, stepOf } from '@daihon/shared/script/script.fixture';
import { findSteps, mostShown } from './findSteps.ts';

const step = (id: string, title: string, say: string) => stepOf(id, { title, say });

const small = scriptOf([
  step('a', '名乗り', 'お電話ありがとうございます。'),
  step('b', 'ご解約の理由', 'ご解約の理由をお聞かせください。'),
  step('c', 'ポイントの案内', '解約されますとポイントは失効します。'),
]);

it('finds by title before text, in any width and kana, with the line around the first word', () => {
  const { steps, count } = findSteps(small, 'かいやく 解約');
  expect(count).toBe(0);
  expect(steps).toEqual([]);
  expect(findSteps(small, '解約').steps.map((found) => found.step.id)).toEqual(['b', 'c']);
  expect(findSteps(small, 'ﾎﾟｲﾝﾄ　失効').steps).toMatchObject([
    { step: { id: 'c' }, excerpt: { hit: 'ポイント' } },
  ]);
  expect(findSteps(small, '').steps.map((found) => found.step.id)).toEqual(['a', 'b', 'c']);
});

it('takes a synonym of the tenant for the word, and marks what stands there', () => {
  const { steps } = findSteps(small, '退会', [['解約', '退会']]);
  expect(steps.map((found) => found.step.id)).toEqual(['b', 'c']);
  expect(steps[1]?.excerpt?.hit).toBe('解約');
});

it('shows no more than can be read, and tells how many there are', () => {
  const many = scriptOf(Array.from({ length: 120 }, (_, at) => step(`s${at}`, `手順${at}`, 'お電話')));
  const { steps, count } = findSteps(many, 'お');
  expect(count).toBe(120);
  expect(steps).toHaveLength(mostShown);
});
