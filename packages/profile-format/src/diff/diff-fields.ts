import type { Change } from '../plan/import-plan.ts'

const MAXIMUM_CHARACTERS = 120
const LINE_BREAK = /\r?\n|\r/

/** One field before and after; undefined on a side that lacks it. */
export interface FieldPair {
  path: string
  before: string | undefined
  after: string | undefined
  /** For texts and secrets: report that they differ, but not the values. */
  isHidden?: boolean
}

/** The change of one field, or none when both sides are equal. */
export function diffField({ path, before, after, isHidden = false }: FieldPair): Change[] {
  if (before === after) return []
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  if (isHidden) return [{ kind, path }]
  return [
    {
      kind,
      path,
      ...(before === undefined ? {} : { before: toLine(before) }),
      ...(after === undefined ? {} : { after: toLine(after) }),
    },
  ]
}

/** Pairs the items of two lists by key, in the order of the new list; removed items come last. */
export function pairByKey<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): { key: string; before: T | undefined; after: T | undefined }[] {
  const old = new Map(before.map((item) => [keyOf(item), item]))
  const now = new Map(after.map((item) => [keyOf(item), item]))
  return [
    ...[...now].map(([key, item]) => ({ key, before: old.get(key), after: item })),
    ...[...old].filter(([key]) => !now.has(key)).map(([key, item]) => ({ key, before: item, after: undefined })),
  ]
}

function toLine(text: string): string {
  const [line = ''] = text.split(LINE_BREAK, 1)
  return line.length > MAXIMUM_CHARACTERS || line.length < text.length ? `${line.slice(0, MAXIMUM_CHARACTERS)}…` : line
}
