import { spreadOf } from '$lib/domain/ballot';
import { localDay } from '$lib/domain/calendar';
import { hostRota } from '$lib/domain/host-rota';
import { ballotId, huddleStand, huddleSteps, planOf, type Commitment } from '$lib/domain/huddle';
import { byWho, leadersFirst } from '$lib/domain/follow-through';
import { m } from '$lib/paraglide/messages';
import { skillWords } from '$lib/panels/huddle/huddle-words';
import { carryOut, numberIn, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** So many of the newest are listed. */
const listed = 20;
const hostsLookedAt = 200;
const notesShown = 60;

const statuses: readonly Commitment['status'][] = ['open', 'kept', 'not-kept'];

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const { store, now, newId } = locals.house;
  const of = { team: team.id };
  const at = now();
  const plan = planOf(team);
  const [huddles, open, judged, goals, findings] = await Promise.all([
    store.list('huddle', of, { limit: hostsLookedAt }),
    store.list('commitment', { ...of, status: 'open' }, { limit: listed }),
    store.list('commitment', { ...of, status: ['kept', 'not-kept'] }, { limit: listed }),
    store.list('goal', { ...of, status: 'open' }, { limit: 1 }),
    store.list('finding', { ...of, status: 'brought' }, { limit: listed }),
  ]);
  const hosted = huddles.records.flatMap(({ host, at }) =>
    host.name === null ? [] : [{ name: host.name, at }],
  );
  const past = await Promise.all(
    huddles.records.slice(0, listed).map(async (huddle) => {
      const stand = huddleStand(huddle, at);
      const [ballot, notes] = await Promise.all([
        store.get('ballot', ballotId(huddle.id)),
        store.list('note', { ...of, from: huddle.at, to: stand.ends.toISOString() }, { limit: notesShown }),
      ]);
      return {
        id: huddle.id,
        day: localDay(new Date(huddle.at), team.timeZone),
        on: !stand.over,
        turn: huddle.turn,
        host: huddle.host.name,
        skill: huddle.skill === null ? null : skillWords(huddle.skill),
        agreed: huddle.agreed,
        notes: notes.records
          .filter(({ huddle: of, says, status }) => of === huddle.id && says !== 'idea' && status === 'noted')
          .map(({ id, says, text }) => ({ id, says, text })),
        ideas: notes.records
          .filter(
            ({ huddle: of, says, status }) => of === huddle.id && (says === 'idea' || status === 'waiting'),
          )
          .map(({ id, text, name, status }) => ({ id, text, name: name ?? null, status })),
        placed: spreadOf(ballot?.places ?? [], huddle.scale).n,
      };
    }),
  );
  const shown = ({ id, who, name, text, due, status }: Commitment) => ({ id, who, name, text, due, status });
  return {
    today: localDay(at, team.timeZone),
    seconds: Object.fromEntries(
      huddleSteps.map((step) => [step, plan.agenda.find((one) => one.step === step)?.seconds ?? 0]),
    ),
    skills: plan.skills.map(skillWords).join('\n'),
    hosts: plan.hosts.join('\n'),
    rota: hostRota(plan.hosts, hosted),
    commitments: [...open.records.sort(byWho), ...judged.records.sort(leadersFirst)].map(shown),
    past,
    /** What a brainstorm may be about: the focus, else what champions brought. */
    focus: goals.records[0]?.question ?? null,
    findings: findings.records.map(({ id, saw }) => ({ id, saw })),
    once: newId(),
  };
};

const linesIn = (text: string | undefined): string[] => (text ?? '').split(/\r?\n/);

export const actions: Actions = {
  plan: async (event) => {
    const typed = await typedIn(event.request);
    const agenda = huddleSteps
      .map((step) => ({ step, seconds: numberIn(typed[`agenda.${step}`] || '0') }))
      .filter(({ seconds }) => seconds !== 0);
    const input = {
      team: event.params.team,
      saw: numberIn(typed.saw),
      agenda,
      skills: linesIn(typed.skills),
      hosts: linesIn(typed.hosts),
    };
    // The command numbers the steps it got; the form names them.
    const rename = Object.fromEntries(
      agenda.map(({ step }, index) => [`agenda.${index}.seconds`, `agenda.${step}`]),
    );
    return carryOut(event, 'plan', 'team:huddle', input, typed, m.admin_huddle_planned(), rename);
  },
  judge: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      team: event.params.team,
      id: typed.id ?? '',
      kept: typed.kept === 'yes',
      saw: statuses.find((status) => status === typed.saw) ?? ('open' as const),
    };
    return carryOut(event, 'judge', 'commitment:judge', input, typed, m.admin_huddle_judged());
  },
  show: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'idea', 'note:show', input, typed, m.brainstorm_looked());
  },
  hide: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'idea', 'note:hide', input, typed, m.brainstorm_looked());
  },
};
