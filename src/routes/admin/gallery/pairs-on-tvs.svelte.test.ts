import naughty from '../../../../tests/samples/nasty/blns.json';
import { readPairs } from './pairs';

readPairs(naughty, 0, 3);
