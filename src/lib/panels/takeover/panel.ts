import * as v from 'valibot';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { newest } from '../needs';
import { definePanel } from '../panel';

/** A notice that outranks the playlist until it ends: the newest that is for this display and this audience. */
export const panel = definePanel({
  kind: 'takeover',
  title: () => m.takeover_title(),
  point: null,
  purpose: null,
  audiences: ['staff', 'customers'],
  options: v.object({
    /** Ids of takeovers for some displays that name this one. */
    named: v.optional(v.array(v.string()), []),
    audience: v.optional(v.picklist(['staff', 'customers']), 'staff'),
  }),
  data: v.object({
    tone: v.picklist(['alarm', 'call']),
    title: v.string(),
    text: v.string(),
    /** When it ends (ISO, exclusive). */
    until: v.string(),
  }),
  needs: () => ({ takeovers: newest('takeover', 'on', 20) }),
  select({ takeovers }, { named, audience }, now) {
    const on = takeovers.find(
      ({ id, displays, customers, until }) =>
        Date.parse(until) > now.getTime() &&
        (displays === null || named.includes(id)) &&
        (audience === 'staff' || customers),
    );
    return on && { tone: on.tone, title: on.title.trim(), text: on.text.trim(), until: on.until };
  },
  words: ({ title, text }) => wordsIn(title, text),
  takesOver: ({ until, tone }) => ({ until, alarm: tone === 'alarm' }),
  lookAgain({ takeovers }, _options, now) {
    const ends = takeovers.map(({ until }) => Date.parse(until)).filter((end) => end > now.getTime());
    return ends.length > 0 ? new Date(Math.min(...ends)) : undefined;
  },
  ticks: 'minute',
});
