import { longestTakeover } from '$lib/domain/decide/takeovers';

/** For how long walls may be taken over, in minutes. */
export const lengths: readonly number[] = [5, 10, 15, 30, 60, 120, 480, longestTakeover * 60];
