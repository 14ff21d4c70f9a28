/** What a report's JSON says of a table in a database as of a file: all but where the rows stand and how they are named. */
export function sharedFigures(json: string): Readonly<Record<string, unknown>> {
  const { files, table, title, notes, actions, ledger, ...figures } = JSON.parse(json) as Record<string, unknown>;
  const { set_aside, ...account } = ledger as { readonly set_aside: readonly Record<string, unknown>[] };
  return {
    ...figures,
    actions: (actions as readonly Record<string, unknown>[]).map(({ command, ...action }) => action),
    ledger: {
      ...account,
      set_aside: set_aside.map(({ file, line, ...reason }) => reason),
    },
  };
}
