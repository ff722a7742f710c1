import { addDays, type Day } from '../../../domain/calendar';
import { measureOf, type Measure } from '../../../domain/metric';
import type { Respondent, Response } from '../../../domain/records';
import { returningMeasure } from '../../../domain/returning';
import type { Tally, TallyQuery, TallyRow } from '../store';
import { Bucket } from './shelf';

/** Answers of one day that agree in everything that is counted. */
interface Cell {
  value: number;
  touchpoint: string | null;
  source: string;
  from: string;
  criticals: readonly string[];
  answers: Bucket;
}

/** One day of one measure: its cells, and their sum by value. */
class DayTally {
  readonly cells = new Map<string, Cell>();
  readonly byValue = new Map<number, number>();
  /** Null: it has to be looked for. */
  #latest: string | null = '';

  /** When the newest answer of the day was given. */
  get latest(): string {
    if (this.#latest === null) {
      this.#latest = '';
      for (const cell of this.cells.values()) this.#latest = later(this.#latest, cell);
    }
    return this.#latest;
  }

  add(response: Response, value: number): void {
    const { touchpoint, source, from, criticals = [] } = response;
    const key = keyOf(response, value);
    let cell = this.cells.get(key);
    if (!cell) {
      cell = { value, touchpoint, source, from, criticals, answers: new Bucket() };
      this.cells.set(key, cell);
    }
    cell.answers.add(response);
    if (this.#latest !== null && response.at > this.#latest) this.#latest = response.at;
    this.byValue.set(value, (this.byValue.get(value) ?? 0) + 1);
  }

  /** Takes in all of a day's tally that nobody uses any more. */
  pour(other: DayTally): void {
    for (const [key, cell] of other.cells) {
      const own = this.cells.get(key);
      if (own) own.answers.pour(cell.answers);
      else this.cells.set(key, cell);
    }
    for (const [value, count] of other.byValue)
      this.byValue.set(value, (this.byValue.get(value) ?? 0) + count);
    if (this.#latest !== null && other.latest > this.#latest) this.#latest = other.latest;
  }

  remove(response: Response, value: number): void {
    const key = keyOf(response, value);
    const cell = this.cells.get(key);
    if (!cell) return;
    cell.answers.remove(response);
    if (response.at === this.#latest) this.#latest = null;
    if (cell.answers.size === 0) this.cells.delete(key);
    const left = (this.byValue.get(value) ?? 0) - 1;
    if (left > 0) this.byValue.set(value, left);
    else this.byValue.delete(value);
  }
}

/** The later of a moment and a cell's newest answer. */
function later(at: string, { answers }: Cell): string {
  const newest = answers.items().at(-1)?.at ?? '';
  return newest > at ? newest : at;
}

/** The lengths keep apart what would read the same; quicker than JSON. */
const keyOf = ({ touchpoint, source, from, criticals }: Response, value: number): string =>
  `${value} ${from} ${touchpoint === null ? '' : touchpoint.length} ${source.length} ${touchpoint} ${source} ${criticals?.join(' ') ?? ''}`;

/** A measure's days that hold answers. */
class MeasureTally {
  readonly days = new Map<Day, DayTally>();
  #order: Day[] | null = null;

  add(response: Response, value: number): void {
    let day = this.days.get(response.day);
    if (!day) {
      day = new DayTally();
      this.days.set(response.day, day);
      this.#order = null;
    }
    day.add(response, value);
  }

  pour(other: MeasureTally): void {
    for (const [day, tally] of other.days) {
      const own = this.days.get(day);
      if (own) own.pour(tally);
      else this.days.set(day, tally);
    }
    this.#order = null;
  }

  remove(response: Response, value: number): void {
    const day = this.days.get(response.day);
    if (!day) return;
    day.remove(response, value);
    if (day.cells.size > 0) return;
    this.days.delete(response.day);
    this.#order = null;
  }

  /** Days within `from` and `to` (both included), newest first. */
  *newestFirst(from: Day | undefined, to: Day | undefined): Generator<[Day, DayTally]> {
    this.#order ??= [...this.days.keys()].sort();
    for (let i = this.#order.length - 1; i >= 0; i -= 1) {
      const day = this.#order[i] as Day;
      if (to !== undefined && day > to) continue;
      if (from !== undefined && day < from) return;
      yield [day, this.days.get(day) as DayTally];
    }
  }
}

/**
 * What colleagues answer is a stream beside the customers’, and so is whether customers look forward to coming back: none is ever added to
 * another. No team’s id holds a space.
 */
const streamOf = (team: string, from: string | undefined): string =>
  from === ('employee' satisfies Respondent) ? `colleagues ${team}` : team;
const returningTo = (team: string): string => `returning ${team}`;

/** Every counted response as a number, kept up with each commit: a question costs days × values, whatever the history. */
export class Tallies {
  /** By stream. */
  readonly #teams = new Map<string, Map<Measure, MeasureTally>>();

  add(response: Response): void {
    if (response.status !== 'counted') return;
    const { team, from, metric, scale, value, returning } = response;
    this.#count(streamOf(team, from), measureOf(metric, scale), response, value);
    if (returning !== undefined) this.#count(returningTo(team), returningMeasure, response, returning);
  }

  #count(stream: string, measure: Measure, response: Response, value: number): void {
    let measures = this.#teams.get(stream);
    if (!measures) this.#teams.set(stream, (measures = new Map()));
    let tally = measures.get(measure);
    if (!tally) measures.set(measure, (tally = new MeasureTally()));
    tally.add(response, value);
  }

  /** Takes in all of tallies that nobody uses any more. */
  pour(other: Tallies): void {
    for (const [team, measures] of other.#teams) {
      const own = this.#teams.get(team);
      if (!own) this.#teams.set(team, measures);
      else
        for (const [measure, tally] of measures) {
          const known = own.get(measure);
          if (known) known.pour(tally);
          else own.set(measure, tally);
        }
    }
  }

  remove(response: Response): void {
    if (response.status !== 'counted') return;
    const { team, from, metric, scale, value, returning } = response;
    this.#uncount(streamOf(team, from), measureOf(metric, scale), response, value);
    if (returning !== undefined) this.#uncount(returningTo(team), returningMeasure, response, returning);
  }

  #uncount(stream: string, measure: Measure, response: Response, value: number): void {
    const measures = this.#teams.get(stream);
    const tally = measures?.get(measure);
    if (!measures || !tally) return;
    tally.remove(response, value);
    if (tally.days.size === 0) measures.delete(measure);
  }

  /** The measure with the newest answer first. Measures without an answer in the days asked for are left out. */
  read(query: TallyQuery): Tally[] {
    const found: Tally[] = [];
    const stream = query.returning ? returningTo(query.team) : streamOf(query.team, query.where?.from);
    for (const [measure, tally] of this.#teams.get(stream) ?? []) {
      if (query.measure !== undefined && query.measure !== measure) continue;
      const read = readMeasure(measure, tally, query);
      if (read) found.push(read);
    }
    return found.sort((a, b) =>
      a.latest !== b.latest ? (a.latest > b.latest ? -1 : 1) : a.measure < b.measure ? -1 : 1,
    );
  }
}

function readMeasure(measure: Measure, perDay: MeasureTally, query: TallyQuery): Tally | undefined {
  const { where = {}, newest } = query;
  const by = new Set(query.by);
  const { touchpoint, source, from, critical } = where;
  const filtered = [touchpoint, source, from, critical].some((one) => one !== undefined);
  const matches = (cell: Cell) =>
    (touchpoint === undefined || cell.touchpoint === touchpoint) &&
    (source === undefined || cell.source === source) &&
    (from === undefined || cell.from === from) &&
    (critical === undefined || cell.criticals.includes(critical));

  const rows = new Map<string, TallyRow>();
  const byCell = filtered || by.has('touchpoint') || by.has('source') || by.has('critical');
  const byDay = by.has('day');
  let latest = '';
  let first = newest ? undefined : query.from;
  for (const [day, tally] of perDay.newestFirst(undefined, newest ? newest.upTo : query.to)) {
    if (first !== undefined && day < first) break;
    const fitting = filtered ? [...tally.cells.values()].filter(matches) : [...tally.cells.values()];
    if (fitting.length === 0) continue;
    if (newest) first ??= addDays(day, 1 - newest.days);
    const at = filtered ? fitting.reduce(later, '') : tally.latest;
    if (at > latest) latest = at;
    const count = (row: TallyRow, key: string) => {
      if (byDay) row.day = day;
      const known = rows.get(key);
      if (known) known.count += row.count;
      else rows.set(key, row);
    };
    if (!byCell) {
      for (const [value, counted] of tally.byValue)
        count({ value, count: counted }, byDay ? `${day} ${value}` : `${value}`);
    } else {
      for (const { value, answers, touchpoint, source, criticals } of fitting) {
        for (const one of by.has('critical') && criticals.length > 0 ? criticals : [null]) {
          const row: TallyRow = { value, count: answers.size };
          if (by.has('touchpoint')) row.touchpoint = touchpoint;
          if (by.has('source')) row.source = source;
          if (by.has('critical')) row.critical = one;
          count(row, JSON.stringify([byDay ? day : null, row.touchpoint, row.source, row.critical, value]));
        }
      }
    }
  }
  if (rows.size === 0) return undefined;
  return { measure, latest, rows: [...rows.values()].sort(byPlace) };
}

/** Rows by day, touchpoint, source, critical and value, so that equal answers read equal. */
function byPlace(a: TallyRow, b: TallyRow): number {
  return (
    compare(a.day ?? '', b.day ?? '') ||
    compare(a.touchpoint ?? '', b.touchpoint ?? '') ||
    compare(a.source ?? '', b.source ?? '') ||
    compare(a.critical ?? '', b.critical ?? '') ||
    a.value - b.value
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
