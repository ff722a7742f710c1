import type { DataOf } from '../panel';
import { valueIcon } from '../shout-outs/value-icons';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;
type Deed = Data['deeds'][number];
type Last = Deed['last'];

const deed = (deed: Deed['deed'], icon: string, last: Last, lit = last !== null): Deed => ({
  ...{ deed, icon: valueIcon(icon), lit, last },
});
const sponsor = (name: string, title: string | null, [said, showed, thanked]: Deed[]): Data => ({
  ...{ name, title, lamp: valueIcon('lightbulb') },
  deeds: [said!, showed!, thanked!],
});
const said = (text: string, lit?: boolean) => deed('express', 'message-circle', { whom: null, text }, lit);
const showed = (text: string, lit?: boolean) => deed('model', 'footprints', { whom: null, text }, lit);
const thanked = (whom: string | null, text: string, lit?: boolean) =>
  deed('reinforce', 'hand-heart', { whom, text }, lit);
const nothing = {
  express: deed('express', 'message-circle', null),
  model: deed('model', 'footprints', null),
  reinforce: deed('reinforce', 'hand-heart', null),
};

export const examples = {
  ordinary: sponsor('Marta Oduya', 'Head of the house', [
    said('This week, nobody waits without being told for how long'),
    showed('I cleared tables on Saturday, and said the wait at each.'),
    thanked('Tomasz', 'You walked a guest to her taxi under your own umbrella.'),
  ]),
  /** Two of three are lit; what was thanked for is longer ago. */
  partly: sponsor('Marta Oduya', 'Head of the house', [
    said('This week, nobody waits without being told for how long'),
    nothing.model,
    thanked('Tomasz', 'You walked a guest to her taxi under your own umbrella.', false),
  ]),
  /** The least that can hang: a name, and nothing done yet. */
  one: sponsor('Bo', null, [nothing.express, nothing.model, nothing.reinforce]),
  longest: sponsor('Maximiliane Freudenberg-Oppenheimer', 'Verantwortungsübernahmebereitschaftsrätin', [
    said('Donaudampfschifffahrtsgesellschaftskapitäne grüßen jeden Gast an jeder Tür zuerst.'),
    showed(
      'Verantwortungsübernahmebereitschaft zeigen heißt Rechtsschutzversicherungsgesellschaften selbst anrufen, nicht anrufen lassen.',
    ),
    thanked(
      'Maximiliane Freudenberg-Oppenheimer',
      'You stayed on the telephone with a guest for the whole of your break until the pharmacy, the taxi and her daughter had all been found, and then told nobody about it at all, not even your own team.',
    ),
  ]),
  'right-to-left': sponsor('سلمى العطار', 'مديرة الدار', [
    said('هذا الأسبوع لا ينتظر أحد دون أن نقول له كم'),
    showed('رتّبتُ الطاولات يوم السبت بنفسي.'),
    thanked('طارق', 'رافقتَ ضيفة إلى سيارتها تحت مظلتك.'),
  ]),
} satisfies Record<string, Data>;
