import { safeCell } from '$lib/server/intake/feedback/say-import';

/** Rows as a CSV file that Excel opens too, for download; cells that begin like a formula are defused. */
export function csv(name: string, rows: readonly (readonly (string | number)[])[]): Response {
  const lines = rows.map((row) => row.map((cell) => safeCell(String(cell))).join(','));
  return new Response(`\uFEFF${lines.join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
