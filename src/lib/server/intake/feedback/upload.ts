import { accept, refuse, type Result } from '../../../domain/refusal';
import type { KeptFile } from './tray';

/** The form in a multipart body; refused as `cut-off` where its end is missing. */
export async function formIn(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Result<FormData>> {
  try {
    return accept(await new Response(bytes, { headers: { 'content-type': type } }).formData());
  } catch {
    return refuse('invalid', 'cut-off');
  }
}

/** The file that a form brings in its field `file`; undefined where none was chosen. */
export async function fileIn(form: FormData): Promise<KeptFile | undefined> {
  const file = form.get('file');
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return undefined;
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** The file that a body is: as it stands, or as the multipart field `file`. */
export async function fileOf(bytes: Uint8Array<ArrayBuffer>, headers: Headers): Promise<Result<KeptFile>> {
  const type = headers.get('content-type') ?? '';
  if (!/^multipart\/form-data/i.test(type)) {
    const named = /filename="?([^";]+)/i.exec(headers.get('content-disposition') ?? '')?.[1];
    return accept({ fileName: named ?? '', bytes });
  }
  const form = await formIn(bytes, type);
  if (!form.ok) return form;
  const file = await fileIn(form.value);
  return file
    ? accept(file)
    : refuse('invalid', 'import-no-file', { faults: [{ code: 'import-no-file', path: 'file' }] });
}
