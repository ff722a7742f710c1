import { takeIn } from './take-in';
import type { RequestHandler } from './$types';

/** A file whose rows name their teams. */
export const POST: RequestHandler = (event) => takeIn(event, null);
