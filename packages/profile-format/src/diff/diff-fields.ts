import type { Change } from '../plan/import-plan.ts'

const MAXIMUM_CHARACTERS = 120
/** What export masks is never shown; a text that a user wrote is shown as one line. */
const LINE_BREAK = /\r?\n|\r/

/** One field before and after; undefined where that side does not have it. */
export interface FieldPair {
  path: string
  before: string | undefined
  after: string | undefined
  /** Texts and secrets: that they differ is said, what they are is not. */
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

/** Pairs two lists by key, in the order of the new one, what is gone last. */
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
