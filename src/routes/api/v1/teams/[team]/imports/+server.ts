import { takeIn } from '../../../imports/take-in';
import type { RequestHandler } from './$types';

/** A file of feedback for one team. */
export const POST: RequestHandler = (event) => takeIn(event, event.params.team);
