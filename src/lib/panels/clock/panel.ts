import * as v from 'valibot';
import { m } from '../../paraglide/messages';
import { definePanel } from '../panel';

/** The time of the place where the wall hangs. All it shows it knows from the screen's clock. */
export const panel = definePanel({
  kind: 'clock',
  title: () => m.clock_title(),
  point: null,
  purpose: null,
  audiences: ['staff', 'customers'],
  options: v.object({}),
  data: v.object({}),
  needs: () => ({}),
  select: () => ({}),
  words: () => 6,
  ticks: 'minute',
});
