import { asknicely } from './formats/asknicely';
import { formbricks } from './formats/formbricks';
import type { FeedbackFormat } from './formats/format';
import { googleForms } from './formats/google-forms';
import { googlePlay } from './formats/google-play';
import { medallia } from './formats/medallia';
import { qualtrics, qualtricsLegacy } from './formats/qualtrics';
import { surveymonkey } from './formats/surveymonkey';
import { typeform } from './formats/typeform';
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
];

/** Any other table: one header line. */
const plain: FeedbackFormat = { name: 'table', headerRows: () => 1 };

/** The export that a file is, by its first lines (trimmed). */
export function recognise(first: string[][]): { format: string; headerRows: number; zone: string | null } {
  for (const format of known) {
    const headerRows = format.headerRows(first);
    if (headerRows > 0) return { format: format.name, headerRows, zone: format.zone?.(first) ?? null };
  }
  return { format: plain.name, headerRows: 1, zone: null };
}

export function formatNamed(name: string): FeedbackFormat {
  return known.find((format) => format.name === name) ?? plain;
}

/** Survey tools set questions in bold, by stars or tags. */
const unmarked = (text: string) =>
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
    const upper = unmarked(top[i] ?? '');
    const lower = unmarked(below[i] ?? '');
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
