import { readPairs } from './pairs';

readPairs(0, 3);
