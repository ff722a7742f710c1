import naughty from '../../../../tests/samples/nasty/blns.json';
import { readWhole } from './whole';

readWhole('1080p', naughty);
