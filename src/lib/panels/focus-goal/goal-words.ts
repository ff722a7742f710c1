import type { Day } from '../../domain/calendar';
import { signOf, spoken } from '../../domain/language';
import { m } from '../../paraglide/messages';
import { dayInWords, momentInWords, weekdayInWords } from '../dates';
import type { DataOf } from '../panel';
import { promiser } from '../promiser';
import { customersInWords, formOf, scoreBeside, sentence } from '../score-words';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;
type Decision = NonNullable<Data['decision']>;
/** What the ground says: a small word and a sentence, at its left and right. */
interface Ground {
  left: [string, string];
  right: [string, string] | null;
}

/** Everything that the goal scene says, in the wall's language. */
export function goalWords(data: Data, timeZone: string, language: string, play: number) {
  const { unit, follows, customer, now, daysLeft, stale, age } = data;
  const signs = unit === 'points' && follows === 'nps';
  const numbers = new Intl.NumberFormat(spoken(language), { maximumFractionDigits: 1 });
  const figure = (value: number) => signOf(value, signs, language) + numbers.format(Math.abs(value));
  const { today } = data;
  const day = (of: Day) => dayInWords(of, today, language);
  const guests = (count: number) => customersInWords(count, customer);

  const asOf = () => {
    if (!now) return '';
    if (now.at) return momentInWords(now.at, today, timeZone, language);
    if (age === 0) return m.focus_goal_today();
    if (age === 1) return m.focus_goal_yesterday();
    return age < 7 ? weekdayInWords(`${now.day}T12:00:00Z`, 'UTC', language) : day(now.day);
  };

  const beside = (value: number) => {
    if (unit === 'in-100') {
      const customers = guests(100);
      if (follows)
        return stale
          ? m.focus_goal_in_100_scored_past({ customers })
          : m.focus_goal_in_100_scored({ customers });
      return stale ? m.focus_goal_in_100_past({ customers }) : m.focus_goal_in_100({ customers });
    }
    const words =
      unit === 'points'
        ? follows === 'ces'
          ? m.focus_goal_of_seven()
          : m.focus_goal_points()
        : unit === 'percent'
          ? m.focus_goal_percent()
          : unit === 'minutes'
            ? m.focus_goal_minutes({ count: value })
            : m.focus_goal_count();
    // "now" would not be true of an old figure.
    return stale && now
      ? [...words.split('\n').slice(0, -1), m.focus_goal_past({ day: day(now.day) })].join('\n')
      : words;
  };

  const mark = (step: number): string | null => {
    if (unit === 'minutes')
      return step < 1
        ? m.focus_goal_mark_seconds({ count: Math.round(step * 60), step: figure(step * 60) })
        : m.focus_goal_mark_minutes({ count: step, step: numbers.format(step) });
    if (unit === 'points')
      return step === 1 ? null : m.focus_goal_mark_points({ step: numbers.format(step) });
    return unit === 'count' ? m.focus_goal_mark({ step: numbers.format(step) }) : null;
  };

  const behind = now?.n
    ? unit === 'count' || unit === 'minutes'
      ? m.focus_goal_counted({ count: numbers.format(now.n) })
      : m.focus_goal_answered({ count: numbers.format(now.n), customers: guests(now.n) })
    : '';

  const instead =
    data.few !== null
      ? m.focus_goal_few({
          count: data.few,
          customer: guests(1),
          customers: guests(data.few),
          needed: data.minimumN,
        })
      : follows || unit === 'in-100'
        ? m.focus_goal_none_yet({ customer: guests(1) })
        : m.focus_goal_no_reading();

  const grounds = [
    ground,
    ...(data.promises.length > 0 ? [promised] : []),
    ...(data.decision ? [() => followed(data.decision!)] : []),
  ];
  return {
    question: unit === 'in-100' ? m.focus_goal_quote({ question: data.question }) : data.question,
    figure,
    beside,
    mark,
    started: m.focus_goal_started(),
    needed: m.focus_goal_needed({ day: day(data.due) }),
    neededShort: m.focus_goal_needed_short({ day: day(data.due) }),
    /** The n in figures, to be set bold in `facts`. */
    n: now?.n ? numbers.format(now.n) : '',
    facts: now ? [behind, m.focus_goal_as_of({ moment: asOf() })].filter(Boolean).join(' · ') : '',
    instead: instead.split('\n'),
    ...grounds[play % grounds.length]!(),
    /** What people wrote stands on the ground: its small words may need two lines. */
    written: play % grounds.length > 0,
  };

  /** A leader’s promise stands at the left, always first. */
  function promised(): Ground {
    const [first, second] = data.promises.map((one): [string, string] => [
      m.huddle_promise({ who: promiser(one), day: day(one.due) }),
      one.text,
    ]);
    return { left: first!, right: second ?? null };
  }

  /** From what was decided to what came of it. */
  function followed({ text, taken, start, verdict, measure, seen }: Decision): Ground {
    const form = formOf(measure ?? '');
    const ahead = verdict === 'to-come';
    return {
      left: [m.focus_goal_decided({ day: day(taken) }), text],
      right: [
        ahead ? m.focus_goal_starts({ day: day(start) }) : m.score_trend_pin_since({ day: day(start) }),
        ahead
          ? m.focus_goal_not_begun()
          : seen
            ? m.focus_goal_change({
                before: scoreBeside(seen.before, form, language),
                since: scoreBeside(seen.since, form, language),
                n: numbers.format(seen.since.n),
                clear: verdict === 'clear' ? 'yes' : 'no',
              })
            : sentence(m.score_trend_pin_few(), language) + '.',
      ],
    };
  }

  function ground(): Ground {
    const due = day(data.due);
    if (!now)
      return {
        left: [
          m.focus_goal_by({ day: due }),
          m.focus_goal_from_to({ from: figure(data.baseline), to: figure(data.target) }),
        ],
        right: null,
      };
    const amount = numbers.format(now.toGo);
    if (now.reached)
      return {
        left: [
          m.focus_goal_by({ day: due }),
          daysLeft > 0 ? m.focus_goal_reached_early({ count: daysLeft }) : m.focus_goal_reached(),
        ],
        right: [m.focus_goal_and_now(), m.focus_goal_thank_next()],
      };
    if (daysLeft < 0)
      return {
        left: [m.focus_goal_passed({ day: due }), m.focus_goal_missed({ amount })],
        right: [m.focus_goal_and_now(), m.focus_goal_close()],
      };
    const left: [string, string] = [
      m.focus_goal_by({ day: due }),
      daysLeft === 0 ? m.focus_goal_to_go_today({ amount }) : m.focus_goal_to_go({ amount, count: daysLeft }),
    ];
    if (stale)
      return { left, right: [m.focus_goal_no_news({ day: day(now.day) }), m.focus_goal_age({ count: age })] };
    const whole = unit === 'minutes' || follows === 'ces' ? now.pace.expected : Math.round(now.pace.expected);
    const expected = figure(whole);
    return {
      left,
      right: [
        m.focus_goal_line(),
        {
          ahead: m.focus_goal_pace_ahead({ expected }),
          on: m.focus_goal_pace_on({ expected }),
          behind: m.focus_goal_pace_behind({ expected }),
        }[now.pace.state],
      ],
    };
  }
}
