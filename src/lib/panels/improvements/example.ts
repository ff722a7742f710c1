import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const september = { from: '2026-09-01', to: '2026-09-30' };
const october = { from: '2026-10-01', to: '2026-10-30' };

const complaints: Data['tiles'][number] = {
  id: 'complaints',
  what: 'complaints',
  label: null,
  unit: 'count',
  before: { value: 41, n: null, ...september },
  after: { value: 17, n: null, ...october },
  because: 'We say the wait before the guest has to ask.',
  direction: 'down',
  certainty: 'clear',
};
const referrals: Data['tiles'][number] = {
  id: 'referrals',
  what: 'referrals',
  label: null,
  unit: 'in-100',
  before: { value: 22, n: 118, ...september },
  after: { value: 38, n: 126, ...october },
  because: 'We thank whoever sent them, by name.',
  direction: 'up',
  certainty: 'clear',
};
const back: Data['tiles'][number] = {
  id: 'back',
  what: 'repeat-business',
  label: null,
  unit: 'in-100',
  before: { value: 30, n: 40, ...september },
  after: { value: 40, n: 45, ...october },
  because: null,
  direction: 'up',
  certainty: 'not-yet-clear',
};

const base = { customer: 'guest' as const, today: '2026-11-22' };

export const examples = {
  ordinary: { ...base, tiles: [complaints, referrals, back] },
  one: { ...base, tiles: [complaints] },
  two: { ...base, tiles: [referrals, back] },
  /** Nothing but two figures, counted over unequal times. */
  bare: {
    ...base,
    tiles: [
      {
        ...complaints,
        because: null,
        after: { value: 9, n: null, from: '2026-11-01', to: '2026-11-10' },
        certainty: 'unequal',
      },
    ],
  },
  longest: {
    ...base,
    customer: 'colleague',
    tiles: [
      {
        ...complaints,
        id: 'longest',
        what: 'other',
        label: 'Rindfleischetikettierungsüberwachungsaufgaben ohne Nachfrage',
        unit: 'points',
        before: { value: -1234.5, n: 123_456, from: '2025-09-01', to: '2025-12-31' },
        after: { value: 12_345.5, n: 234_567, from: '2026-01-01', to: '2026-09-30' },
        because:
          'Donaudampfschifffahrtsgesellschaftskapitäne begrüßen Rechtsschutzversicherungsgesellschaften am Verantwortungsbewusstse',
        direction: 'up',
        certainty: 'not-yet-clear',
      },
      {
        ...referrals,
        unit: 'minutes',
        before: { ...referrals.before, value: 12.5 },
        after: { ...referrals.after, value: 128.5 },
      },
      {
        ...back,
        unit: 'percent',
        before: { ...back.before, n: 12_000 },
        after: { ...back.after, value: 88.5, n: 12_000 },
      },
    ],
  },
  rightToLeft: {
    ...base,
    tiles: [
      {
        ...complaints,
        what: 'other',
        label: 'شكاوى من الانتظار',
        because: 'نخبر الضيف بمدة الانتظار قبل أن يسأل.',
      },
      { ...referrals, what: 'other', label: 'جاؤوا بتوصية من صديق', because: 'نشكر من أوصى بنا باسمه.' },
    ],
  },
} satisfies Record<string, Data>;
