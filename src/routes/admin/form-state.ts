import type { SubmitFunction } from '@sveltejs/kit';
import { invalidateAll } from '$app/navigation';
import { showOutcome } from '$lib/ui/sending.svelte';
import { m } from '$lib/paraglide/messages';
import type { Answer } from './answer';

/** What a form shows in its fields: what was typed and refused, else what the page knows; and what is wrong beside each. */
export function stateOf(answer: Answer | null, name: string) {
  const mine = answer?.form === name && !answer.ok ? answer : null;
  const written = (known: string | number | null | undefined) =>
    known === null || known === undefined ? '' : String(known);
  return {
    /** The field's text: as it was typed when the form came back, else `known`. */
    text: (field: string, known?: string | number | null): string => mine?.typed[field] ?? written(known),
    /** Whether a switch is on: as it was sent, else `known`. */
    on: (field: string, known: boolean): boolean => (mine ? mine.typed[field] === 'on' : known),
    wrong: (field: string): string | undefined => mine?.fields[field],
    /** The version an edit is made from: once a conflict was shown, the one it was shown with. */
    saw: (version: number): string =>
      mine && !mine.conflict && mine.typed.saw ? mine.typed.saw : String(version),
    /** After a conflict: what now stands where something else was typed. */
    theirs: (field: string, known: string | number | null | undefined, words?: string): string | undefined =>
      mine?.conflict && mine.typed[field] !== written(known)
        ? m.admin_conflict_theirs({ value: words || written(known) || m.admin_conflict_nothing() })
        : undefined,
  };
}

/** For `use:enhance` on a form that says something new: what came of it is in view, and a form that went well is empty again. */
export const saying: SubmitFunction = () => {
  return async ({ update }) => {
    await update();
    await showOutcome();
  };
};

/** For `use:enhance` on an edit: what was typed stays, and a conflict fetches what the other one wrote. */
export const saving: SubmitFunction = () => {
  return async ({ result, update }) => {
    await update({ reset: false });
    if (result.type === 'failure' && result.data?.conflict) await invalidateAll();
    await showOutcome();
  };
};
