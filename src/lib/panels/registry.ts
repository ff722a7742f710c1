/** Every panel, a line each: its definition for the server, its component for whoever draws it. */
export const registry = {
  'how-are-we-doing': {
    panel: () => import('./how-are-we-doing/panel'),
    component: () => import('./how-are-we-doing/HowAreWeDoing.svelte'),
  },
  'score-trend': {
    panel: () => import('./score-trend/panel'),
    component: () => import('./score-trend/ScoreTrend.svelte'),
  },
  'customers-voices': {
    panel: () => import('./customers-voices/panel'),
    component: () => import('./customers-voices/CustomersVoices.svelte'),
  },
  chain: { panel: () => import('./chain/panel'), component: () => import('./chain/Chain.svelte') },
  journey: {
    panel: () => import('./journey/panel'),
    component: () => import('./journey/Journey.svelte'),
  },
  'shout-outs': {
    panel: () => import('./shout-outs/panel'),
    component: () => import('./shout-outs/ShoutOuts.svelte'),
  },
  recognition: {
    panel: () => import('./recognition/panel'),
    component: () => import('./recognition/Recognition.svelte'),
  },
  declaration: {
    panel: () => import('./declaration/panel'),
    component: () => import('./declaration/Declaration.svelte'),
  },
  'this-week': {
    panel: () => import('./this-week/panel'),
    component: () => import('./this-week/ThisWeek.svelte'),
  },
  sponsor: { panel: () => import('./sponsor/panel'), component: () => import('./sponsor/Sponsor.svelte') },
  story: { panel: () => import('./story/panel'), component: () => import('./story/Story.svelte') },
  'focus-goal': {
    panel: () => import('./focus-goal/panel'),
    component: () => import('./focus-goal/FocusGoal.svelte'),
  },
  celebration: {
    panel: () => import('./celebration/panel'),
    component: () => import('./celebration/Celebration.svelte'),
  },
  improvements: {
    panel: () => import('./improvements/panel'),
    component: () => import('./improvements/Improvements.svelte'),
  },
  snag: { panel: () => import('./snag/panel'), component: () => import('./snag/Snag.svelte') },
  'thank-and-ask': {
    panel: () => import('./thank-and-ask/panel'),
    component: () => import('./thank-and-ask/ThankAndAsk.svelte'),
  },
  relaunch: {
    panel: () => import('./relaunch/panel'),
    component: () => import('./relaunch/Relaunch.svelte'),
  },
  announcement: {
    panel: () => import('./announcement/panel'),
    component: () => import('./announcement/Announcement.svelte'),
  },
  countdown: {
    panel: () => import('./countdown/panel'),
    component: () => import('./countdown/Countdown.svelte'),
  },
  picture: {
    panel: () => import('./picture/panel'),
    component: () => import('./picture/Picture.svelte'),
  },
  takeover: {
    panel: () => import('./takeover/panel'),
    component: () => import('./takeover/Takeover.svelte'),
  },
  huddle: { panel: () => import('./huddle/panel'), component: () => import('./huddle/Huddle.svelte') },
  clock: { panel: () => import('./clock/panel'), component: () => import('./clock/Clock.svelte') },
};

export type PanelKind = keyof typeof registry;

export const isPanelKind = (kind: string): kind is PanelKind => Object.hasOwn(registry, kind);
