import { readPairs } from './pairs';

readPairs(3);
