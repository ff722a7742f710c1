import { m } from '../../../paraglide/messages';
import type { Kind } from '../../../domain/records';
import type { KindPlan, RestorePlan } from './restore';

/** So many records of a kind, in words. */
const kinds: Record<Kind, (values: { count: number }) => string> = {
  organisation: m.kind_organisation,
  team: m.kind_team,
  group: m.kind_group,
  question: m.kind_question,
  response: m.kind_response,
  verbatim: m.kind_verbatim,
  withdrawal: m.kind_withdrawal,
  'shout-out': m.kind_shout_out,
  goal: m.kind_goal,
  announcement: m.kind_announcement,
  thanks: m.kind_thanks,
  picture: m.kind_picture,
  story: m.kind_story,
  poster: m.kind_poster,
  improvement: m.kind_improvement,
  snag: m.kind_snag,
  finding: m.kind_finding,
  experiment: m.kind_experiment,
  'library-card': m.kind_library_card,
  challenge: m.kind_challenge,
  countdown: m.kind_countdown,
  takeover: m.kind_takeover,
  turn: m.kind_turn,
  seen: m.kind_seen,
  decision: m.kind_decision,
  help: m.kind_help,
  huddle: m.kind_huddle,
  ballot: m.kind_ballot,
  note: m.kind_note,
  commitment: m.kind_commitment,
  display: m.kind_display,
  pairing: m.kind_pairing,
  account: m.kind_account,
  session: m.kind_session,
  'past-playlist': m.kind_past_playlist,
  outage: m.kind_outage,
  alerts: m.kind_alerts,
  invitation: m.kind_invitation,
  'api-key': m.kind_api_key,
  'import-source': m.kind_import_source,
  import: m.kind_import,
  hook: m.kind_hook,
  audit: m.kind_audit,
  play: m.kind_play,
  erasure: m.kind_erasure,
  aim: m.kind_aim,
  asked: m.kind_asked,
  interest: m.kind_interest,
  echo: m.kind_echo,
  journal: m.kind_journal,
  trial: m.kind_trial,
};

/** What a restore would do, or did, as sentences: what comes back, changes, goes, and stays shut. */
export function planWords(plan: RestorePlan): string[] {
  const of = (what: keyof Omit<KindPlan, 'kind'>, say: (values: { what: string }) => string): string[] => {
    const counted = plan.kinds.filter((one) => one[what] > 0);
    if (counted.length === 0) return [];
    const words = counted.map((one) => kinds[one.kind]({ count: one[what] }));
    return [say({ what: words.reduce((rest, next) => m.backup_list_and({ rest, next })) })];
  };
  const lines = [
    ...of('back', m.backup_plan_back),
    ...of('changed', m.backup_plan_changed),
    ...of('gone', m.backup_plan_gone),
  ];
  return [
    ...(lines.length > 0 ? lines : [m.backup_plan_nothing()]),
    ...(plan.same > 0 ? [m.backup_plan_same({ count: plan.same })] : []),
    ...(plan.erased > 0 ? [m.backup_plan_erased({ count: plan.erased })] : []),
    ...(plan.closed > 0 ? [m.backup_plan_closed({ count: plan.closed })] : []),
    ...(plan.pictures > 0 ? [m.backup_plan_pictures({ count: plan.pictures })] : []),
    ...(plan.keepsYou ? [] : [m.backup_plan_out()]),
  ];
}
