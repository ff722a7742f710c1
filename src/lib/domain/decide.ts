import type { Actor, CommandName, Commands } from './command';
import { closeAccount, closeSession, editAccount, openSession, renewPassword } from './decide/accounts';
import { beginOutage, endOutage, setAlerts, tellOutages } from './decide/alerts';
import { closeAim, setAim } from './decide/aims';
import { announce, withdraw } from './decide/announcements';
import { setPhrase, tapAsked } from './decide/asking';
import { answerColleagues, setServes } from './decide/colleagues';
import { setCountdown, withdrawCountdown } from './decide/countdowns';
import { setDeclaration, signDeclaration, unsignDeclaration } from './decide/declarations';
import type { Decider, Decision, LongDecider, Steps } from './decide/decision';
import { dropDecision, takeDecision } from './decide/decisions';
import {
  approvePairing,
  editDisplay,
  enrol,
  giveToken,
  offer,
  pin,
  replaceTv,
  revoke,
  take,
} from './decide/displays';
import type { Facts } from './decide/facts';
import { approve, countHeld, dropHeld, hide, record, sayReturning } from './decide/feedback';
import { runImport } from './decide/feedback-import';
import { setChecklist, setPhase } from './decide/formation';
import { addGroup, dropGroup, editGroup } from './decide/groups';
import { closeGoal, keepGoal, pictureGoal, reachGoal, readGoal, setGoal } from './decide/goals';
import { endHelp, offerHelp } from './decide/help';
import { showImprovement, withdrawImprovement } from './decide/improvements';
import { agree, place, propose, vote } from './decide/ballots';
import { addNote, commit, hideNote, judge, showNote, takeOn } from './decide/huddle-notes';
import {
  chooseComment,
  endHuddle,
  goToStep,
  lengthenStep,
  nameSkill,
  planHuddles,
  startHuddle,
  takeOverHuddle,
} from './decide/huddles';
import { erasePerson } from './decide/person';
import { makeHook, revokeHook, settleHook } from './decide/hooks';
import { undoImport } from './decide/import-undo';
import { setAreas } from './decide/areas';
import { sayOurPart, takePart, tapInterest, thankAlong } from './decide/interest';
import { dropInvitation, makeInvitation, takeInvitation } from './decide/invitations';
import { tapEcho } from './decide/echoes';
import { dropJournal, sealJournal, shareJournal, writeJournal } from './decide/journal';
import { beginExperiment, dropExperiment, seeExperiment } from './decide/experiments';
import {
  answerFinding,
  bringFinding,
  hideFinding,
  setJourney,
  showFinding,
  tellFinding,
} from './decide/journeys';
import { makeKey, revokeKey } from './decide/keys';
import { adoptCard, publishCard, seeBehaviour, withdrawCard } from './decide/library';
import { setMission, setTeamMission } from './decide/missions';
import { copyPlaylist, undoPlaylist } from './decide/playlists';
import { logPlays } from './decide/plays';
import { dropPicture, keepPicture } from './decide/pictures';
import { showStory, takeStoryBack, tellStory, withdrawStory } from './decide/stories';
import { hangPoster, takePosterDown } from './decide/posters';
import { ask } from './decide/questions';
import { letGo, setRetention } from './decide/retention';
import { addShoutOut, hideShoutOut, setRecognition, showShoutOut } from './decide/recognition';
import { claim } from './decide/setup';
import { express, nameSponsor, showByExample } from './decide/sponsors';
import { answerSnag, hideSnag, raiseSnag, showSnag } from './decide/snags';
import { endTakeover, startTakeover } from './decide/takeovers';
import { setCadence } from './decide/cadences';
import {
  acceptChallenge,
  declineChallenge,
  makeChallenge,
  tapChallenge,
  withdrawChallenge,
} from './decide/challenges';
import { setCriticals, sortComment } from './decide/criticals';
import { addTeam, closeTeam, editTeam, openTeam, setLeadership, setLook, teamBegan } from './decide/teams';
import { countBaseline, endTrial, joinTrial, startTrial } from './decide/trials';
import { closeTurn, nudgeTurn, tapSeen, wakeTurn, walkTurn } from './decide/turns';
import { cosignThanks, withdrawThanks } from './decide/thanks';
import type { Result } from './refusal';

const deciders: { [C in CommandName]: Decider<C> | LongDecider<C> } = {
  'setup:claim': claim,
  'outage:begin': beginOutage,
  'outage:tell': tellOutages,
  'outage:end': endOutage,
  'alerts:set': setAlerts,
  'retention:set': setRetention,
  'retention:let-go': letGo,
  'aim:set': setAim,
  'aim:close': closeAim,
  'mission:set': setMission,
  'team:mission': setTeamMission,
  'team:leadership': setLeadership,
  'team:sponsor': nameSponsor,
  'sponsor:express': express,
  'sponsor:model': showByExample,
  'declaration:set': setDeclaration,
  'declaration:sign': signDeclaration,
  'declaration:unsign': unsignDeclaration,
  'snag:raise': raiseSnag,
  'snag:answer': answerSnag,
  'snag:hide': hideSnag,
  'snag:show': showSnag,
  'team:journey': setJourney,
  'finding:tell': tellFinding,
  'finding:hide': hideFinding,
  'finding:show': showFinding,
  'finding:bring': bringFinding,
  'finding:answer': answerFinding,
  'experiment:begin': beginExperiment,
  'experiment:see': seeExperiment,
  'experiment:drop': dropExperiment,
  'library:publish': publishCard,
  'library:adopt': adoptCard,
  'library:withdraw': withdrawCard,
  'library:seen': seeBehaviour,
  'challenge:make': makeChallenge,
  'challenge:accept': acceptChallenge,
  'challenge:decline': declineChallenge,
  'challenge:withdraw': withdrawChallenge,
  'challenge:tap': tapChallenge,
  'asking:phrase': setPhrase,
  'asked:tap': tapAsked,
  'interest:tap': tapInterest,
  'turn:part': takePart,
  'shout-out:along': thankAlong,
  'team:areas': setAreas,
  'team:serves': setServes,
  'colleagues:answer': answerColleagues,
  'echo:tap': tapEcho,
  'journal:write': writeJournal,
  'journal:seal': sealJournal,
  'journal:share': shareJournal,
  'journal:drop': dropJournal,
  'trial:start': startTrial,
  'trial:join': joinTrial,
  'trial:baseline': countBaseline,
  'trial:end': endTrial,
  'invitation:make': makeInvitation,
  'invitation:take': takeInvitation,
  'invitation:drop': dropInvitation,
  'account:edit': editAccount,
  'account:close': closeAccount,
  'account:password': renewPassword,
  'group:add': addGroup,
  'group:edit': editGroup,
  'group:drop': dropGroup,
  'session:open': openSession,
  'session:close': closeSession,
  'team:add': addTeam,
  'team:edit': editTeam,
  'team:began': teamBegan,
  'team:recognition': setRecognition,
  'team:close': closeTeam,
  'team:open': openTeam,
  'team:cadence': setCadence,
  'team:checklist': setChecklist,
  'team:phase': setPhase,
  'team:criticals': setCriticals,
  'verbatim:our-part': sayOurPart,
  'verbatim:sort': sortComment,
  'team:look': setLook,
  'question:ask': ask,
  'response:record': record,
  'response:returning': sayReturning,
  'import:run': runImport,
  'import:undo': undoImport,
  'person:erase': erasePerson,
  'hook:make': makeHook,
  'hook:settle': settleHook,
  'hook:revoke': revokeHook,
  'verbatim:approve': approve,
  'verbatim:hide': hide,
  'held:count': countHeld,
  'held:drop': dropHeld,
  'shout-out:add': addShoutOut,
  'shout-out:hide': hideShoutOut,
  'shout-out:show': showShoutOut,
  'goal:set': setGoal,
  'goal:read': readGoal,
  'goal:reach': reachGoal,
  'goal:keep': keepGoal,
  'goal:picture': pictureGoal,
  'goal:close': closeGoal,
  'announcement:add': announce,
  'announcement:withdraw': withdraw,
  'turn:close': closeTurn,
  'turn:wake': wakeTurn,
  'turn:nudge': nudgeTurn,
  'turn:walk': walkTurn,
  'seen:tap': tapSeen,
  'decision:take': takeDecision,
  'decision:drop': dropDecision,
  'help:offer': offerHelp,
  'help:end': endHelp,
  'huddle:start': startHuddle,
  'huddle:go': goToStep,
  'huddle:longer': lengthenStep,
  'huddle:host': takeOverHuddle,
  'huddle:end': endHuddle,
  'huddle:skill': nameSkill,
  'huddle:comment': chooseComment,
  'huddle:agree': agree,
  'huddle:place': place,
  'huddle:propose': propose,
  'huddle:vote': vote,
  'note:add': addNote,
  'note:show': showNote,
  'note:hide': hideNote,
  'commitment:make': commit,
  'commitment:take': takeOn,
  'commitment:judge': judge,
  'team:huddle': planHuddles,
  'thanks:cosign': cosignThanks,
  'thanks:withdraw': withdrawThanks,
  'picture:keep': keepPicture,
  'picture:drop': dropPicture,
  'story:tell': tellStory,
  'story:show': showStory,
  'story:withdraw': withdrawStory,
  'story:take-back': takeStoryBack,
  'poster:hang': hangPoster,
  'poster:take-down': takePosterDown,
  'improvement:show': showImprovement,
  'improvement:withdraw': withdrawImprovement,
  'countdown:set': setCountdown,
  'countdown:withdraw': withdrawCountdown,
  'takeover:start': startTakeover,
  'takeover:end': endTakeover,
  'pairing:offer': offer,
  'pairing:approve': approvePairing,
  'pairing:replace': replaceTv,
  'pairing:take': take,
  'display:edit': editDisplay,
  'playlist:undo': undoPlaylist,
  'playlist:copy': copyPlaylist,
  'display:pin': pin,
  'display:revoke': revoke,
  'display:enrol': enrol,
  'display:token': giveToken,
  'key:make': makeKey,
  'key:revoke': revokeKey,
  'play:log': logPlays,
};

/** What a command comes to, from what is known at `now`: changes for one commit, or why not. */
export function decide<C extends CommandName>(
  name: C,
  input: Commands[C],
  facts: Facts[C],
  actor: Actor,
  now: Date,
): Result<Decision> {
  const steps = decideInSteps(name, input, facts, actor, now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses, where the command may hold very much. */
export function* decideInSteps<C extends CommandName>(
  name: C,
  input: Commands[C],
  facts: Facts[C],
  actor: Actor,
  now: Date,
): Steps {
  const decided = deciders[name](input, facts, actor, now);
  return 'ok' in decided ? decided : yield* decided;
}
