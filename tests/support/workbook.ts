import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a pack; `says` is the unpacked size that the pack names, where it lies. */
export interface Part {
  name: string;
  data: string | Uint8Array;
  says?: number;
}

/** Packs files as a zip, by hand, so that a test can lie about anything. */
export function pack(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, says } of parts) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain, { level: 9 });
    const label = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(plain), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(says ?? plain.length, 18);
    about.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, label, packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), about, where, label]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '_x000D_');

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** A cell: text, a number, or a number shown as a date. */
export type Cell = string | number | { day: number } | null;

/** What a sheet's cells are in XML; `shared` collects the texts. */
function sheetOf(rows: readonly (readonly Cell[])[], shared: string[] | undefined): string {
  const cells = (row: readonly Cell[], r: number) =>
    row
      .map((cell, c) => {
        const at = `r="${letters(c)}${r + 1}"`;
        if (cell === null) return '';
        if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
        if (typeof cell === 'object') return `<c ${at} s="1"><v>${cell.day}</v></c>`;
        if (!shared)
          return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
        return `<c ${at} t="s"><v>${shared.push(cell) - 1}</v></c>`;
      })
      .join('');
  const body = rows.map((row, r) => `<row r="${r + 1}">${cells(row, r)}</row>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`;
}

export interface WorkbookOptions {
  /** Sheets before the table, hidden or empty. */
  before?: { hidden: boolean; rows: Cell[][] }[];
  inline?: boolean;
  from1904?: boolean;
  /** Parts that take the place of those made here. */
  parts?: Part[];
}

/** The parts of a workbook with one table. Style 1 shows a date and a time. */
export function workbookParts(rows: readonly (readonly Cell[])[], options: WorkbookOptions = {}): Part[] {
  const shared: string[] | undefined = options.inline ? undefined : [];
  const sheets = [...(options.before ?? []), { hidden: false, rows }];
  const made: Part[] = [
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="x" xmlns:r="y">${options.from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
        .map(
          ({ hidden }, i) =>
            `<sheet name="S${i}" sheetId="${i + 1}" ${hidden ? 'state="hidden" ' : ''}r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${sheets
        .map((_, i) => `<Relationship Id="rId${i + 1}" Type="t" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    },
    ...sheets.map(({ rows: of }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: sheetOf(of, shared),
    })),
  ];
  if (shared)
    made.push({
      name: 'xl/sharedStrings.xml',
      data: `<sst>${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    });
  const own = new Map(options.parts?.map((part) => [part.name, part]));
  return made.map((part) => own.get(part.name) ?? part);
}

export const workbook = (rows: readonly (readonly Cell[])[], options?: WorkbookOptions): Buffer =>
  pack(workbookParts(rows, options));
