import naughty from '../../../../tests/samples/nasty/blns.json';
import { readWhole } from './whole';

readWhole('ultra-wide', naughty);
