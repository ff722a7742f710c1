import { beforeEach, describe, expect, test } from 'vitest';
import {
  bringingTo,
  needsOf,
  refusalOf,
  reportOf,
  type Bringing,
} from '../../../../../tests/support/bringing';

// Each fixture is made by hand from what the tool documents of its columns or fields.

let at: Bringing;
beforeEach(async () => {
  at = await bringingTo();
});
const values = () => at.responses().map(({ value }) => value);
const texts = () => at.verbatims().map(({ text }) => text);

describe('Delighted', () => {
  const event = (type: string, data: object) => ({
    event_type: type,
    event_id: `e${JSON.stringify(data).length}`,
    event_data: {
      id: '5435',
      person: { id: '42', email: 'jo@example.org', name: 'Jo Bloggs', created_at: 1_763_000_000 },
      survey_type: 'nps',
      score: 9,
      comment: null,
      permalink: 'https://app.example/r/5QFDrxbo7QFoDhfcxLYN0dPaY2J6cu0e',
      created_at: 1_763_600_000,
      updated_at: 1_763_600_000,
      person_properties: { store: 'Harbour' },
      notes: [],
      tags: [],
      additional_answers: [],
      ...data,
    },
  });
  const created = event('survey_response.created', {});
  const updated = event('survey_response.updated', { comment: 'Lovely people', updated_at: 1_763_600_090 });

  test('an answer is certain, its time is in Unix seconds, and nobody’s name is kept', async () => {
    expect(reportOf(await at.bring(created))).toMatchObject({
      format: 'delighted',
      metric: 'nps',
      created: 1,
    });
    expect(at.responses()).toMatchObject([{ value: 9, at: '2025-11-20T00:53:20.000Z' }]);
    expect(JSON.stringify(at.store.commits)).not.toMatch(/Bloggs|example\.org/);
  });

  test('the comment comes later and joins its score', async () => {
    await at.bring(created);
    expect(reportOf(await at.bring(updated))).toMatchObject({ created: 0, updated: 1 });
    expect(at.responses()).toHaveLength(1);
    expect(at.verbatims()).toMatchObject([
      { text: 'Lovely people', value: 9, measure: 'nps', response: at.responses()[0]?.id },
    ]);
  });

  test('what comes out of order settles by its own clock', async () => {
    await at.bring(updated);
    await at.bring(created);
    expect(texts()).toEqual(['Lovely people']);
    await at.bring(event('survey_response.updated', { score: 3, comment: '', updated_at: 1_763_600_200 }));
    await at.bring(updated);
    expect([values(), texts()]).toEqual([[3], []]);
  });

  test('other surveys than NPS are asked about, and never mix with it', async () => {
    const list = [
      { ...created.event_data, person: '42' },
      { ...created.event_data, id: '2', survey_type: 'csat', score: 5, person: '43' },
    ];
    expect(needsOf(await at.bring(list))).toEqual({ kind: ['nps', 'csat'] });
    expect(needsOf(await at.bring(list, { mapping: { kind: 'csat' } }))).toHaveProperty('scale');
    expect(reportOf(await at.bring(list, { mapping: { kind: 'nps' } }))).toMatchObject({
      created: 1,
      metric: 'nps',
      ignored: [{ reason: 'another-kind:csat', count: 1 }],
    });
  });

  test('who unsubscribes says nothing', async () => {
    expect(refusalOf(await at.bring(event('unsubscribe.created', {})))).toBe('import-no-rows');
  });
});

describe('AskNicely', () => {
  const event = (count: number, question: object) => ({
    count,
    person: { id: '7', name: 'Jo Bloggs', email: 'jo@example.org', segment: 'North' },
    question: {
      id: '9007199254740993123',
      score: '10',
      comment: '',
      sent: '1763500000',
      opened: '1763590000',
      responded: '1763600000',
      deliverymethod: 'email',
      ...question,
    },
  });

  test('the score is text, its scale is asked once, and a count of 2 updates', async () => {
    expect(needsOf(await at.bring(event(1, {})))).toEqual({ scale: ['0-10', '1-10'] });
    await at.bring(event(1, {}), { mapping: { scale: '0-10' } });
    expect(reportOf(await at.bring(event(2, { comment: 'Quick' })))).toMatchObject({ updated: 1 });
    expect([values(), texts()]).toEqual([[10], ['Quick']]);
    await at.bring(event(1, { score: '4' }));
    expect(values()).toEqual([10]);
    expect(JSON.stringify(at.store.commits)).not.toContain('Bloggs');
  });

  test('the list of its API is read like its table, each kind of question for itself', async () => {
    const row = {
      response_id: '1',
      contact_id: '7',
      name: 'Jo Bloggs',
      email: 'jo@example.org',
      answer: '5',
      answerlabel: 'Promoter',
      comment: 'Good',
      responded: '1763600000',
      question_type: 'fivestar',
    };
    expect(reportOf(await at.bring([row]))).toMatchObject({
      format: 'asknicely',
      metric: 'stars',
      created: 1,
    });
  });
});

describe('Typeform’s webhook', () => {
  const event = (answers: object[], more: object = {}) => ({
    event_id: '01J',
    event_type: 'form_response',
    form_response: {
      form_id: 'lT4Z3j',
      token: 'a3a12ec67a1365927098a606107fac15',
      landed_at: '2026-11-20T09:00:00Z',
      submitted_at: '2026-11-20T09:04:00Z',
      hidden: { store: 'Harbour' },
      calculated: { score: 9 },
      definition: {
        fields: [
          { id: 'a', title: 'How likely are you to *recommend* us?', type: 'nps', ref: 'r1' },
          { id: 'b', title: 'What should we do better?', type: 'long_text', ref: 'r2' },
          { id: 'c', title: 'Your e-mail', type: 'email', ref: 'r3' },
          { id: 'd', title: 'Pick some', type: 'multiple_choice', ref: 'r4' },
        ],
      },
      answers,
      ...more,
    },
  });
  const answers = [
    { type: 'text', text: 'More light', field: { id: 'b', type: 'long_text', ref: 'r2' } },
    { type: 'email', email: 'jo@example.org', field: { id: 'c', type: 'email', ref: 'r3' } },
    { type: 'number', number: 8, field: { id: 'a', type: 'nps', ref: 'r1' } },
    { type: 'choices', choices: { labels: ['Food', 'Staff'] }, field: { id: 'd', type: 'multiple_choice' } },
  ];

  test('answers are joined to their titles by the field’s id; the quiz score is none of ours', async () => {
    const outcome = await at.bring(event(answers));
    expect(reportOf(outcome)).toMatchObject({ format: 'typeform-webhook', metric: 'nps', created: 1 });
    expect(outcome).toMatchObject({ found: { mapping: { score: 'How likely are you to recommend us?' } } });
    expect([values(), texts()]).toEqual([[8], ['More light']]);
    expect(JSON.stringify(at.store.commits)).not.toContain('example.org');
  });

  test('a form that somebody has not finished says nothing yet', async () => {
    const partial = { ...event(answers), event_type: 'form_response_partial' };
    expect(refusalOf(await at.bring(partial))).toBe('import-no-rows');
  });
});

describe('Formbricks’ webhook', () => {
  const event = (name: string, more: object, data: object = { q1: 9 }) => ({
    event: name,
    webhookId: 'w1',
    data: {
      id: 'r1',
      surveyId: 's1',
      finished: false,
      createdAt: '2026-11-20T09:00:00.000Z',
      updatedAt: '2026-11-20T09:00:00.000Z',
      data,
      contactAttributes: { email: 'jo@example.org', plan: 'gold' },
      meta: { url: 'https://shop.example', country: 'DE', userAgent: { browser: 'Firefox' } },
      survey: { title: 'After your visit', type: 'link', status: 'inProgress' },
      tags: [],
      ttc: { q1: 1200 },
      variables: {},
      language: 'default',
      endingId: null,
      ...more,
    },
  });
  const begun = event('responseCreated', {});
  const done = event(
    'responseFinished',
    { finished: true, updatedAt: '2026-11-20T09:02:00.000Z' },
    { q1: 8, why: 'The soup was cold but they were kind about it' },
  );
  const mapping = { score: 'q1', scale: '0-10', comment: ['why'] };

  test('an unfinished answer is counted as ignored, the finished one counts, whichever comes first', async () => {
    expect(needsOf(await at.bring(done))).toMatchObject({ score: ['q1', null] });
    await at.bring(done, { mapping });
    expect(refusalOf(await at.bring(begun))).toBe('import-all-ignored');
    expect([values(), texts()]).toEqual([[8], ['The soup was cold but they were kind about it']]);
    expect(JSON.stringify(at.store.commits)).not.toMatch(/example\.org|Firefox/);
  });
});

test('Formbricks’ table guards cells against formulas and names its zone with each time', async () => {
  const table =
    'No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Tags,1. How likely are you to recommend us?,2. Why?\n' +
    "1,r1,2026-08-22 13:41:54 UTC,Yes,s1,f1,u1,,9,'=nice\n" +
    '2,r2,2026-08-22 13:41:54 GMT+8,Yes,s1,f1,u1,,0,\n' +
    '3,r3,2026-08-22 13:41:54 UTC,No,s1,f1,u1,,3,\n';
  expect(reportOf(await at.bring(table, { mapping: { comment: ['2. Why?'] } }))).toMatchObject({
    format: 'formbricks',
    created: 2,
    ignored: [{ reason: 'unfinished', count: 1 }],
  });
  expect(at.responses().map(({ at }) => at)).toEqual([
    '2026-08-22T05:41:54.000Z',
    '2026-08-22T13:41:54.000Z',
  ]);
  expect(texts()).toEqual(['=nice']);
});

describe('HappyOrNot', () => {
  const results = [
    { ts: '2026-11-20T10:15:00.000+0200', r: 0, relevance: 0.9 },
    { ts: '2026-11-20T10:16:00.000+0200', r: 3, relevance: 0.1 },
  ];

  test.each<[string, string, number[]]>([
    ['FOUR', 'smiley4', [0, 3]],
    ['FIVE', 'smiley5', [0, 3]],
    ['FIVE_REVERSED', 'smiley5', [4, 1]],
  ])(
    'a survey on the scale %s says what its smallest figure means',
    async (feedbackScale, metric, expected) => {
      const outcome = await at.bring({ key: 'k', feedbackScale, surveyType: 'TERMINAL', results });
      expect(reportOf(outcome)).toMatchObject({ format: 'happyornot', metric, created: 2 });
      expect(values()).toEqual(expected);
      expect(at.responses()[0]?.at).toBe('2026-11-20T08:15:00.000Z');
    },
  );

  test('without the survey’s scale it is asked, and the relevance of a text is no score', async () => {
    expect(needsOf(await at.bring(results))).toMatchObject({
      scale: expect.arrayContaining(['0-3', '0-4']) as unknown,
    });
  });
});

test('Zendesk: only good and bad were answered; what was merely offered is ignored', async () => {
  const rating = (id: number, score: string, comment: string | null = null) => ({
    id,
    assignee_id: 135,
    group_id: 44,
    requester_id: 7881,
    ticket_id: 208,
    score,
    comment,
    reason: 'The issue took too long',
    reason_code: 5,
    created_at: '2026-11-20T09:00:00Z',
    updated_at: '2026-11-20T09:00:00Z',
  });
  const ratings = [
    rating(1, 'good', 'Fast'),
    rating(2, 'good'),
    rating(3, 'offered'),
    rating(4, 'unoffered'),
    rating(5, 'good_with_comment', 'Kind'),
  ];
  expect(
    reportOf(await at.bring({ satisfaction_ratings: ratings, count: 5, next_page: null })),
  ).toMatchObject({
    format: 'zendesk-csat',
    metric: 'rating',
    scale: { min: 0, max: 1, top: 1 },
    created: 3,
    ignored: [
      { reason: 'no-opinion:offered', count: 1 },
      { reason: 'no-opinion:unoffered', count: 1 },
    ],
  });
  expect([values(), texts()]).toEqual([
    [1, 1, 1],
    ['Fast', 'Kind'],
  ]);
});

test('Google Business Profile: stars in words, an unspecified one is missing and not 0', async () => {
  const review = (reviewId: string, starRating: string, comment?: string) => ({
    reviewId,
    name: `accounts/1/locations/2/reviews/${reviewId}`,
    reviewer: { displayName: 'Jo Bloggs', isAnonymous: false, profilePhotoUrl: 'https://photo.example/1' },
    starRating,
    ...(comment === undefined ? {} : { comment }),
    createTime: '2026-11-20T09:00:00.123456Z',
    updateTime: '2026-11-20T09:00:00.123456Z',
    reviewReply: { comment: 'Thank you, Jo!', updateTime: '2026-11-20T10:00:00Z' },
  });
  const file = {
    reviews: [review('a', 'FIVE', 'Great'), review('b', 'FIVE'), review('c', 'STAR_RATING_UNSPECIFIED')],
    averageRating: 5,
    totalReviewCount: 3,
    nextPageToken: 'x',
  };
  expect(reportOf(await at.bring(file))).toMatchObject({
    format: 'google-business',
    metric: 'stars',
    created: 2,
    ignored: [{ count: 1 }],
  });
  expect([values(), texts()]).toEqual([[5, 5], ['Great']]);
  expect(JSON.stringify(at.store.commits)).not.toMatch(/Bloggs|Thank you/);
});

test.each<[string, (stars: string, changed: string) => object]>([
  [
    'Google Business Profile',
    (starRating, updateTime) => ({
      reviews: [{ reviewId: 'a', starRating, createTime: '2026-11-20T09:00:00Z', updateTime }],
    }),
  ],
  [
    'Zendesk',
    (stars, updated_at) => ({
      satisfaction_ratings: [
        {
          ...{ id: 1, ticket_id: 208, comment: null, created_at: '2026-11-20T09:00:00Z' },
          ...{ score: stars === 'FIVE' ? 'good' : 'bad', updated_at },
        },
      ],
    }),
  ],
])('%s: an older page that comes later takes nothing back', async (_, page) => {
  await at.bring(page('FIVE', '2026-11-20T12:00:00Z'));
  const [stands] = values();
  await at.bring(page('ONE', '2026-11-20T10:00:00Z'));
  expect(values()).toEqual([stands]);
  await at.bring(page('ONE', '2026-11-20T13:00:00Z'));
  expect(values()).not.toEqual([stands]);
});

describe('Trustpilot', () => {
  const event = (name: string, data: object) => ({
    eventName: `service-review-${name}`,
    eventData: {
      id: '507f191e810c19729de860ea',
      stars: 4,
      title: 'Fine',
      text: 'Came on time',
      createdAt: '2026-11-20T09:00:00Z',
      consumer: { id: 'c1', name: 'Jo Bloggs' },
      ...data,
    },
  });

  test('several events in one call are taken in their order', async () => {
    const call = {
      events: [
        event('created', {}),
        event('created', { id: 'two', stars: 1, title: '', text: 'Late' }),
        event('updated', { stars: 5, text: 'Came early' }),
      ],
    };
    expect(reportOf(await at.bring(call))).toMatchObject({
      format: 'trustpilot',
      metric: 'stars',
      created: 2,
    });
    expect(values().sort()).toEqual([1, 5]);
    expect(texts()).toEqual(['Came early', 'Fine', 'Late']);
  });

  test('a review that is deleted is gone with its words, and late news does not bring it back', async () => {
    await at.bring({ events: [event('created', {})] });
    expect(texts()).toHaveLength(2);
    expect(reportOf(await at.bring({ events: [event('deleted', {})] }))).toMatchObject({ updated: 1 });
    expect([values(), texts()]).toEqual([[], []]);
    await at.bring({ events: [event('updated', { text: 'Came early' })] });
    expect([values(), texts()]).toEqual([[], []]);
  });

  test('created and deleted in one call leaves nothing, in whatever order', async () => {
    await at.bring({ events: [event('deleted', {}), event('created', {})] });
    expect(values()).toEqual([]);
  });
});

test.each<[string, unknown[], string, number[]]>([
  ['an emoji', ['😀', '🙂', '😐', '🙁', '😡'], 'smiley5', [4, 3, 2, 1, 0]],
  ['a word', ['Great', 'Okay', 'Not good'], 'rating', [3, 2, 1]],
  ['a number', ['10', '0', '9'], 'nps', [10, 0, 9]],
])('Help Scout’s value may be %s', async (_, given, metric, expected) => {
  const events = given.map((value, i) => ({
    id: i + 1,
    response: {
      name: 'Jo Bloggs',
      value,
      category: 'positive',
      comment: '',
      timestamp: `2026-11-20T09:0${i}:00Z`,
    },
  }));
  const outcome = await at.bring(events, metric === 'nps' ? { mapping: { scale: '0-10' } } : {});
  expect(reportOf(outcome)).toMatchObject({ format: 'help-scout', metric, created: given.length });
  expect(values()).toEqual(expected);
});

test('SurveyMonkey’s webhook only tells that an answer came, and that is said', async () => {
  const ping = { name: 'x', event_type: 'response_completed', object_type: 'response', object_id: '123' };
  expect(refusalOf(await at.bring(ping))).toBe('import-only-a-ping');
});
