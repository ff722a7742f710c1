import type { GenericSchema } from 'valibot';

/** One option of a panel as a form field. `fallback` is what the panel takes when nothing is chosen. */
export interface OptionField {
  name: string;
  kind: 'number' | 'switch' | 'text' | 'choice';
  fallback: string;
  min: number | null;
  max: number | null;
  choices: string[];
}

type Loose = Record<string, unknown>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/**
 * The fields of a panel's options schema: the plain kinds of valibot (number, boolean, string, picklist), optional or
 * nullable and with limits in a pipe. An option of any other shape gets no field and keeps its value.
 */
export function optionFields(options: GenericSchema): OptionField[] {
  const entries: unknown = 'entries' in options ? options.entries : undefined;
  if (!isLoose(entries)) return [];
  return Object.entries(entries).flatMap(([name, schema]) => fieldOf(name, schema) ?? []);
}

function fieldOf(name: string, schema: unknown): OptionField | undefined {
  let fallback = '';
  let inner = schema;
  while (isLoose(inner) && 'wrapped' in inner) {
    const given = typeof inner.default === 'function' ? undefined : inner.default;
    if (fallback === '' && given !== undefined && given !== null) fallback = String(given);
    inner = inner.wrapped;
  }
  if (!isLoose(inner)) return undefined;
  const pipe: unknown[] = Array.isArray(inner.pipe) ? inner.pipe : [inner];
  const limit = (type: string): number | null => {
    const step = pipe.find((one) => isLoose(one) && one.type === type);
    return isLoose(step) && typeof step.requirement === 'number' ? step.requirement : null;
  };
  const field = { name, fallback, min: limit('min_value'), max: limit('max_value'), choices: [] };
  if (inner.type === 'number') return { ...field, kind: 'number' };
  if (inner.type === 'boolean') return { ...field, kind: 'switch' };
  if (inner.type === 'string') return { ...field, kind: 'text' };
  if (inner.type === 'picklist' && Array.isArray(inner.options))
    return { ...field, kind: 'choice', choices: inner.options.map(String) };
  return undefined;
}
