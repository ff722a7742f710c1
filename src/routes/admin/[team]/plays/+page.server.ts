import { displaysOf } from '../../access';
import { leaderOf } from '../../answer';
import { parts, played, spans } from './proof';
import { titlesOf } from './titles';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { team } = await event.parent();
  const { house } = event.locals;
  const days = spans.find((span) => String(span) === event.url.searchParams.get('days')) ?? 7;
  const all = await played(house, team, days);
  const displays = await displaysOf(house, leaderOf(event), team.id);
  const wall = displays.find(({ id }) => id === event.url.searchParams.get('display'));
  const shown = wall ? all.filter(({ display }) => display === wall.id) : all;
  const titles = await titlesOf(shown.map(({ panel }) => panel));
  const rows = [...new Set(shown.map(({ panel }) => panel))].map((panel) => {
    const own = shown.filter((one) => one.panel === panel);
    const sum = (of: typeof own) => ({
      plays: of.reduce((count, { plays }) => count + plays, 0),
      minutes: Math.round(of.reduce((total, { seconds }) => total + seconds, 0) / 60),
    });
    return {
      panel,
      title: titles.get(panel) ?? panel,
      ...sum(own),
      parts: parts.map(({ name }) => ({ name, ...sum(own.filter(({ part }) => part === name)) })),
    };
  });
  return {
    days,
    spans,
    display: wall?.id ?? '',
    displays: displays.map(({ id, name }) => ({ id, name })),
    rows: rows.sort((a, b) => b.plays - a.plays),
  };
};
