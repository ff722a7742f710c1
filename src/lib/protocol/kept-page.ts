// What a TV keeps for a start without its server: its page, with no board in it, and the files that the page names.

/** On a request: the screen asks for the page to keep. On the answer: this is one. */
export const keepHeader = 'x-huddleboard-keep';
/** On every answer under /display: the build that gave it. Nobody else's page has it. */
export const buildHeader = 'x-huddleboard-build';
/** How long a kept page is fresh, in seconds. A screen asks for it twice a day. */
export const keptFor = 90 * 86_400;
/** The service worker's cache, which the page fills. */
export const keptCache = 'huddleboard-kept';
/** Where the files lie whose names change with their content. */
export const immutable = '/_app/immutable/';
