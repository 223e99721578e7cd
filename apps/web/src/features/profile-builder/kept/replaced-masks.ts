import {
  MASK,
  maskedPlaces,
  nodePath,
  scalarValue,
  treeOf,
  unnumbered,
  withoutDocument,
  type YamlTree,
} from '@waybill/layer-text'

/** Cannot be a secret, wherever it appears. */
const PLAIN_WORD = /^(?:|~|null|true|false)$/i

/** The path without its counters and the number of the document. */
const plainPath = (path: string) => withoutDocument(unnumbered(path))

export function maskedPathsOf(text: string): string[] {
  const tree = treeOf(text)
  return tree ? maskedPlaces(tree).map(({ path }) => plainPath(path)) : []
}

/**
 * The paths of values that may have been typed in place of a mask of the stored text. If a mask is gone from its path,
 * its value may be anywhere, since items move and keys are renamed: then every value is suspect that the stored text
 * does not contain in clear. While all masks are in place, only values under a key of the same name are suspect, as in
 * a copied item. Undefined if such a value may be outside of values: in a comment, or in a text that cannot be parsed.
 */
export function replacedPaths(text: string, stored: string): string[] | undefined {
  if (!stored.includes(MASK)) return []
  const [now, before] = [treeOf(text), treeOf(stored)]
  if (!now || !before) return undefined
  const masks = maskedPlaces(before).map(({ path }) => path)
  const still = new Set(maskedPlaces(now).map(({ path }) => path))
  const isGone = masks.some((path) => !still.has(path))
  const known = new Set(valuesOf(before).map(({ value }) => value))
  if (isGone && hasNewComment(now, before)) return undefined
  const names = new Set(masks.map(nameOf))
  const isSuspect = (path: string) => isGone || names.has(nameOf(path))
  return valuesOf(now).flatMap(({ path, value }) =>
    value === MASK || PLAIN_WORD.test(value) || known.has(value) || !isSuspect(path) ? [] : [plainPath(path)],
  )
}

const valuesOf = (tree: YamlTree) =>
  tree.scalars.flatMap((scalar) =>
    scalar.kind === 'alias' || scalar.parent.isKey || scalar.start < 0
      ? []
      : [{ path: nodePath(tree, scalar), value: scalarValue(tree.text, scalar) }],
  )

/** The name of the last key of a path such as `a.list[0].setting`. */
const nameOf = (path: string) => plainPath(path).match(/(?:\["(?:[^"\\]|\\.)*"\]|[^.[\]]+)(?=(?:\[\d+\])*$)/)?.[0] ?? ''

/** Comments are found in what remains of a text without its scalars. */
function hasNewComment(now: YamlTree, before: YamlTree): boolean {
  const known = new Set(commentsOf(before))
  return commentsOf(now).some((comment) => !known.has(comment))
}

function commentsOf({ text, scalars }: YamlTree): string[] {
  const written = scalars.filter(({ start }) => start >= 0)
  const between = written.map(({ start }, index) => text.slice(written[index - 1]?.end ?? 0, start))
  const rest = [...between, text.slice(written.at(-1)?.end ?? 0)].join(' ')
  return rest.match(/#.*/g) ?? []
}
