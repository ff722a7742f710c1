import { asknicely, asknicelyWebhook } from './formats/asknicely';
import { delighted } from './formats/delighted';
import { formbricks } from './formats/formbricks';
import { formbricksWebhook } from './formats/formbricks-webhook';
import type { FeedbackFormat } from './formats/format';
import { googleBusiness } from './formats/google-business';
import { googleForms } from './formats/google-forms';
import { googlePlay } from './formats/google-play';
import { happyOrNot } from './formats/happyornot';
import { helpScout } from './formats/help-scout';
import { medallia } from './formats/medallia';
import { qualtrics, qualtricsLegacy } from './formats/qualtrics';
import { surveymonkey } from './formats/surveymonkey';
import { surveymonkeyWebhook } from './formats/surveymonkey-webhook';
import { trustpilot } from './formats/trustpilot';
import { typeform } from './formats/typeform';
import { typeformWebhook } from './formats/typeform-webhook';
import { zendesk } from './formats/zendesk';
import type { Column } from './table';

const known: FeedbackFormat[] = [
  qualtrics,
  qualtricsLegacy,
  surveymonkey,
  typeform,
  googlePlay,
  formbricks,
  medallia,
  asknicely,
  googleForms,
  happyOrNot,
  delighted,
  asknicelyWebhook,
  typeformWebhook,
  formbricksWebhook,
  trustpilot,
  googleBusiness,
  zendesk,
  helpScout,
  surveymonkeyWebhook,
];

/** Any other table: one header line. */
const plain: FeedbackFormat = { name: 'table' };

/** The export that a file is, by its first lines (trimmed). */
export function recognise(first: string[][]): { format: string; headerRows: number; zone: string | null } {
  for (const format of known) {
    const headerRows = format.headerRows?.(first) ?? 0;
    if (headerRows > 0) return { format: format.name, headerRows, zone: format.zone?.(first) ?? null };
  }
  return { format: plain.name, headerRows: 1, zone: null };
}

/** The tool that a JSON document is from; undefined where none is recognised. */
export const recogniseJson = (document: unknown): FeedbackFormat | undefined =>
  known.find((format) => format.json?.(document) !== undefined);

export function formatNamed(name: string): FeedbackFormat {
  return known.find((format) => format.name === name) ?? plain;
}

/** A question as a header: survey tools set it in bold, by stars or tags. */
export const plainTitle = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\*+([^*]+)\*+/g, '$1')
    .replace(/^'(?=[=+\-@])/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The columns of one, two or three header lines; each gets a name of its own. */
export function columnsOf(lines: string[][], headerRows: number): Column[] {
  const [top = [], below = []] = lines;
  const width = Math.max(...lines.map((line) => line.length));
  // The columns of three lines are named by the first; of two, by what tells more.
  const codes = headerRows === 2 && top.filter((cell) => /^[VQ]\d+$/.test(cell)).length > 2;
  const taken = new Map<string, number>();
  let question = '';
  return Array.from({ length: width }, (_, i) => {
    const upper = plainTitle(top[i] ?? '');
    const lower = plainTitle(below[i] ?? '');
    let [name, label] = [upper, ''];
    if (headerRows === 3) label = lower;
    else if (codes) [name, label] = /^Q/.test(upper) ? [upper, lower] : [lower || upper, ''];
    else if (headerRows === 2) {
      question = upper || (lower ? question : '');
      const plainAnswer = /^(open-ended response|response)?$/i.test(lower);
      [name, label] =
        upper && plainAnswer ? [upper, ''] : [lower || upper, question === lower ? '' : question];
    }
    name ||= `Column ${i + 1}`;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return { name: before > 0 ? `${name} (${before + 1})` : name, label };
  });
}
