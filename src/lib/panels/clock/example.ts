import type { DataOf } from '../panel';
import type { panel } from './panel';

export const examples = {
  ordinary: {},
} satisfies Record<string, DataOf<typeof panel>>;
