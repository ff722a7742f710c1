import { readByAxe } from './whole';

readByAxe();
