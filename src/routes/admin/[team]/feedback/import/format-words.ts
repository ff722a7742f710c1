import { m } from '$lib/paraglide/messages';

/** What a format is called in the form: the tool that it is of; undefined where it is any table. */
export function formatWords(format: string): string | undefined {
  const tools: Record<string, () => string> = {
    qualtrics: m.import_tool_qualtrics,
    'qualtrics-legacy': m.import_tool_qualtrics,
    surveymonkey: m.import_tool_surveymonkey,
    typeform: m.import_tool_typeform,
    'typeform-webhook': m.import_tool_typeform,
    'google-forms': m.import_tool_google_forms,
    'google-play': m.import_tool_google_play,
    'google-business': m.import_tool_google_business_profile,
    formbricks: m.import_tool_formbricks,
    'formbricks-webhook': m.import_tool_formbricks,
    medallia: m.import_tool_medallia,
    asknicely: m.import_tool_asknicely,
    'asknicely-webhook': m.import_tool_asknicely,
    delighted: m.import_tool_delighted,
    happyornot: m.import_tool_happyornot,
    trustpilot: m.import_tool_trustpilot,
    'zendesk-csat': m.import_tool_zendesk,
    'help-scout': m.import_tool_help_scout,
  };
  const tool = tools[format]?.();
  return tool === undefined ? undefined : m.import_from({ tool });
}
