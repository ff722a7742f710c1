import type { Alerts, Outage } from '../alert';
import type { Display } from '../display';

/** What the rules of alerts have to know; a part of `Facts`. `outages`: those of the display, over or not. */
export interface AlertFacts {
  'outage:begin': { display: Display | undefined; outages: Outage[] };
  'outage:tell': { outages: (Outage | undefined)[] };
  'outage:end': { outage: Outage | undefined };
  'alerts:set': { alerts: Alerts | undefined };
}
