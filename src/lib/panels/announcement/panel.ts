import { wordsIn } from '../../domain/playlist';
import { pagesOf, plainOf, richText, rowsOf } from '../../domain/rich-text';
import * as v from 'valibot';
import { m } from '../../paraglide/messages';
import { newest, team } from '../needs';
import { definePanel } from '../panel';

const span = v.object({
  text: v.string(),
  bold: v.optional(v.boolean()),
  italic: v.optional(v.boolean()),
});

/** What the leader wants everybody to know: the ones that hold now, newest first, a page of one a play. */
export const panel = definePanel({
  kind: 'announcement',
  title: () => m.announcement_title(),
  point: null,
  purpose: 'relationships',
  audiences: ['staff'],
  options: v.object({}),
  data: v.object({
    announcements: v.pipe(
      v.array(
        v.object({
          id: v.string(),
          title: v.string(),
          /** This page’s rows; empty where the title says it all. */
          rows: v.array(v.array(span)),
          page: v.number(),
          pages: v.number(),
          at: v.string(),
          /** Until when it hangs (ISO); null: until withdrawn. */
          until: v.nullable(v.string()),
        }),
      ),
      v.minLength(1),
    ),
  }),
  needs: () => ({ team: team(), announcements: newest('announcement', 'published', 40) }),
  select({ announcements }, _options, now) {
    const shown = announcements
      .filter(
        ({ from, until }) =>
          (!from || Date.parse(from) <= now.getTime()) && (!until || Date.parse(until) > now.getTime()),
      )
      .slice(0, 6)
      .flatMap(({ id, title, text, at, from, until }) => {
        const pages = pagesOf(rowsOf(richText(text)));
        return (pages.length > 0 ? pages : [[]]).map((rows, page, { length }) => ({
          id,
          title: title.trim(),
          rows,
          page: page + 1,
          pages: length,
          at: from ?? at,
          until,
        }));
      });
    return shown.length > 0 ? { announcements: shown } : undefined;
  },
  words: ({ announcements }) =>
    Math.max(...announcements.map(({ title, rows }) => wordsIn(title, ...rows.map(plainOf)))),
  plays: ({ announcements }) => announcements.length,
  asOf: ({ announcements }) => announcements[0]?.at ?? null,
  lookAgain({ announcements }, _options, now) {
    const later = announcements
      .flatMap(({ from, until }) => [from, until])
      .map((moment) => (moment ? Date.parse(moment) : 0))
      .filter((moment) => moment > now.getTime());
    return later.length > 0 ? new Date(Math.min(...later)) : undefined;
  },
});
