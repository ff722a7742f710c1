import { hasHeaders, says, type FeedbackFormat } from './format';

const own: FeedbackFormat['roles'] = {
  startdate: 'machine',
  status: 'machine',
  ipaddress: 'private',
  progress: 'machine',
  'duration (in seconds)': 'machine',
  finished: 'machine',
  responseid: 'id',
  recipientlastname: 'private',
  recipientfirstname: 'private',
  recipientemail: 'private',
  externalreference: 'private',
  locationlatitude: 'private',
  locationlongitude: 'private',
  locationaccuracy: 'private',
  distributionchannel: 'machine',
  userlanguage: 'machine',
};

const keepsOut: FeedbackFormat['keepsOut'] = (cell) => {
  if (says(cell('status'), 'survey preview', '1')) return 'preview';
  if (says(cell('status'), 'spam', '8', '9')) return 'spam';
  if (says(cell('finished'), 'false', '0', 'no')) return 'unfinished';
  const progress = cell('progress').trim();
  return /^\d+$/.test(progress) && Number(progress) < 100 ? 'unfinished' : undefined;
};

/** Qualtrics: internal ids, the questions, and a line of `{"ImportId": …}`. */
export const qualtrics: FeedbackFormat = {
  name: 'qualtrics',
  headerRows: (first) => ((first[2] ?? []).some((cell) => cell.startsWith('{"ImportId":')) ? 3 : 0),
  roles: own,
  dates: ['recordeddate', 'enddate', 'startdate'],
  keepsOut,
  zone: (first) => /"timeZone":\s*"([^"]+)"/.exec((first[2] ?? []).join(' '))?.[1] ?? null,
};

/** The older Qualtrics export: V1, V2, … and then what they mean. */
export const qualtricsLegacy: FeedbackFormat = {
  name: 'qualtrics-legacy',
  headerRows: (first) =>
    hasHeaders(first, 'V1', 'V2', 'V3') && (first[1] ?? []).some((cell) => /^response ?id$/i.test(cell))
      ? 2
      : 0,
  roles: {
    ...own,
    responseset: 'machine',
    name: 'private',
    externaldatareference: 'private',
    emailaddress: 'private',
  },
  dates: ['enddate', 'startdate'],
  keepsOut,
};
