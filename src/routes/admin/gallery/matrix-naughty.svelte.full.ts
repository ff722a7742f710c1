import naughty from '../../../../tests/samples/nasty/blns.json';
import { readNaughty } from './whole';

readNaughty(naughty);
