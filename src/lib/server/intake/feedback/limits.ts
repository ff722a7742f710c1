/** The most that one table may have; a cell's length in characters. */
export const most = { rows: 200_000, columns: 1_000, cell: 100_000 };
