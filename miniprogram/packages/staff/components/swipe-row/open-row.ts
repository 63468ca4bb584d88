// Which row is open: one at a time, in the whole app.

interface Row {
  close(): void;
}

let open: Row | null = null;

/** A row was opened: the one before closes. */
export function rowOpened(row: Row): void {
  if (open !== row) open?.close();
  open = row;
}

export function rowClosed(row: Row): void {
  if (open === row) open = null;
}

/** Something else is touched. */
export function closeOpenRow(): void {
  open?.close();
}
