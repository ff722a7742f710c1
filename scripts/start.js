// `npm start`: builds when there is no build or a source is newer, then serves.
import { buildIfNeeded } from './build-if-needed.js';

buildIfNeeded();
await import('../server.js');
