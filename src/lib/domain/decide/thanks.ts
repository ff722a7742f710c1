import { refuse } from '../refusal';
import { mayCosign, mayLead } from '../rights';
import { edit, forbidden, isOf, notThere, nothingToDo, unknownTeam, updated, type Decider } from './decision';

/** A manager signs a thanks that asks for it; of two at once the first has signed. */
export const cosignThanks: Decider<'thanks:cosign'> = (_input, { team, thanks }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayCosign(actor, team.id)) return forbidden();
  if (!isOf(thanks, team) || thanks.status === 'withdrawn' || !thanks.cosign) return notThere();
  const { asked, by, name = '' } = thanks.cosign;
  if (by === actor.id) return nothingToDo();
  if (by !== undefined) return refuse('conflict', 'cosigned', { values: { name } });
  const cosign = { asked, by: actor.id, name: actor.name, at: now.toISOString() };
  return updated(edit('thanks', thanks, { cosign }));
};

/** The thanks is taken off the wall; the one before it comes back there. */
export const withdrawThanks: Decider<'thanks:withdraw'> = (_input, { team, thanks }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(thanks, team)) return notThere();
  if (thanks.status === 'withdrawn') return nothingToDo();
  return updated(edit('thanks', thanks, { status: 'withdrawn' }));
};
