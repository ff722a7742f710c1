/** The HTTP API, version 1, as OpenAPI 3.1. */

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const maybeNumber = { type: ['number', 'null'] } as const;
const day = { type: 'string', format: 'date' } as const;

const json = (schema: object) => ({ 'application/json': { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: reasons[status],
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  );

const reasons: Record<number, string> = {
  400: 'The body is cut off, not UTF-8, or not JSON.',
  401: 'No key, or a wrong one.',
  403: 'The key is not for this team, or lacks the permission.',
  409: 'Something has to be answered first: see `needs`.',
  413: 'The body is too big.',
  422: 'Something is wrong with what was sent: see `errors`. Nothing was stored.',
  503: 'The disk refuses at the moment. Nothing was stored.',
};

const team = { name: 'team', in: 'path', required: true, schema: text };
const query = (name: string, schema: object, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  schema,
  description,
});

const metric = { type: 'string', enum: ['nps', 'csat', 'ces', 'smiley4', 'smiley5', 'stars', 'rating'] };

const answer = {
  type: 'object',
  required: ['metric', 'value'],
  properties: {
    id: { ...text, maxLength: 200, description: 'Yours, unique per key. The same id again updates.' },
    metric,
    value: {
      ...whole,
      description: 'nps 0–10, csat 1–5, ces 1–7, smiley4 0–3, smiley5 0–4, stars 1–5, rating min–max.',
    },
    scale: {
      type: 'object',
      description: 'For a rating only; at and above `top` counts as satisfied.',
      required: ['min', 'max', 'top'],
      properties: { min: whole, max: whole, top: whole },
    },
    comment: { ...text, maxLength: 20_000 },
    touchpoint: { ...text, maxLength: 200 },
    from: {
      type: 'string',
      enum: ['customer', 'employee', 'supplier', 'other'],
      default: 'customer',
      description: 'Answers from employees are counted by themselves, never in the customers’ score.',
    },
    at: { type: 'string', format: 'date-time', description: 'At most 5 minutes ahead. Left out: now.' },
  },
};

const scoreParts = { score: maybeNumber, n: whole, low: maybeNumber, high: maybeNumber, from: day, to: day };

const importParameters = [
  query('source', text, 'Id of a remembered way to read this kind of file.'),
  query('dry-run', { type: 'boolean' }, 'Look only: nothing is stored.'),
  query(
    'mapping',
    text,
    'JSON: { score, scale, reversed, words, comment: [], at, order, zone, id, touchpoint, team, kind, day, keep: [], sheet }.',
  ),
];
const importBody = {
  required: true,
  content: {
    '*/*': { schema: { type: 'string', format: 'binary' } },
    'multipart/form-data': {
      schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
    },
  },
};
const importAnswers = {
  '200': { description: 'Taken in, or looked at.', content: json(ref('Import')) },
  ...problems(400, 401, 403, 409, 413, 422, 503),
};

export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Huddleboard',
    version: '1',
    description: 'Bring feedback in, ask how a team is doing, take everything with you.',
  },
  servers: [{ url: '/api/v1' }],
  security: [{ key: [] }],
  paths: {
    '/teams/{team}/responses': {
      post: {
        summary: 'Record one answer, or up to 1,000, all or nothing',
        parameters: [team],
        requestBody: {
          required: true,
          content: json({
            oneOf: [ref('Answer'), { type: 'array', items: ref('Answer'), minItems: 1, maxItems: 1000 }],
          }),
        },
        responses: {
          '201': {
            description: 'Stored: it survives a power cut.',
            content: json({ type: 'object', properties: { created: whole, updated: whole } }),
          },
          ...problems(400, 401, 403, 409, 413, 422, 503),
        },
      },
    },
    '/teams/{team}/imports': {
      post: {
        summary: 'Import a file of feedback',
        parameters: [team, ...importParameters],
        requestBody: importBody,
        responses: importAnswers,
      },
    },
    '/imports': {
      post: {
        summary: 'Import a file with a column that names teams',
        parameters: importParameters,
        requestBody: importBody,
        responses: importAnswers,
      },
    },
    '/teams/{team}/score': {
      get: {
        summary: 'The score of the last days, and of as many before',
        parameters: [
          team,
          query('metric', metric, 'Which question.', true),
          query(
            'days',
            { ...whole, minimum: 1, maximum: 3660, default: 30 },
            'Local days of the team, today the last.',
          ),
          query('scale', text, 'One of several rating scales, such as 1-10.'),
          query(
            'from',
            { type: 'string', enum: ['employee'] },
            'Of employees’ answers alone; left out: of all others.',
          ),
        ],
        responses: {
          '200': { description: 'The score.', content: json(ref('Score')) },
          ...problems(401, 403, 422),
        },
      },
    },
    '/teams/{team}/export.ndjson': {
      get: {
        summary: 'Everything that the team owns, a record a line',
        parameters: [team],
        responses: {
          '200': {
            description: 'Newline-delimited JSON.',
            content: { 'application/x-ndjson': { schema: text } },
          },
          ...problems(401, 403, 422),
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Answer: answer,
      Score: {
        type: 'object',
        description:
          'NPS in points −100…100, shares in percent 0…100, CES 1…7, with 95 % intervals. Null below the team’s minimum n.',
        properties: {
          metric,
          ...scoreParts,
          previous: { type: 'object', properties: scoreParts },
          asOf: { type: ['string', 'null'], format: 'date-time', description: 'The newest answer.' },
        },
      },
      Import: {
        type: 'object',
        properties: {
          format: text,
          rows: whole,
          created: whole,
          updated: whole,
          ignored: { type: 'array', items: { type: 'object', properties: { reason: text, count: whole } } },
          rejected: { type: 'array', items: { type: 'object', properties: { line: whole, reason: text } } },
          metric: { type: ['string', 'null'] },
          from: { type: ['string', 'null'], format: 'date' },
          to: { type: ['string', 'null'], format: 'date' },
        },
      },
      Problem: {
        type: 'object',
        properties: {
          type: text,
          title: text,
          status: whole,
          detail: text,
          errors: { type: 'array', items: { type: 'object', properties: { path: text, message: text } } },
        },
      },
    },
  },
};
