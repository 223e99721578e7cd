import { MASK, maskedPlaces, nodePath, treeOf, scalarValue, type YamlTree } from '@waybill/layer-text'

const COUNTED = / \(\d+\)$/
const DOCUMENT = /^document\[\d+\]\.?/
/** Says nothing of anybody, wherever it stands. */
const PLAIN_WORD = /^(?:|~|null|true|false)$/i

/** Without what numbers a place, and in whatever document of the text. */
const plainPath = (path: string) => path.replace(COUNTED, '').replace(DOCUMENT, '')

export function maskedPathsOf(text: string): string[] {
  const tree = treeOf(text)
  return tree ? maskedPlaces(tree).map(({ path }) => plainPath(path)) : []
}

/**
 * Where in a text something may stand that was typed in place of a mask of the stored one. A mask that is gone from its path has its
 * value anywhere, for items move and keys are renamed: then it is whatever did not stand in the stored text in clear. While all masks are
 * in their places, it is that under a key of the same name, as in an item that was copied. Undefined where it may stand
 * outside of values, in a comment or in a text that cannot be read.
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

/** Of a path such as `a.list[0].setting` the name of its last key. */
const nameOf = (path: string) => plainPath(path).match(/(?:\["(?:[^"\\]|\\.)*"\]|[^.[\]]+)(?=(?:\[\d+\])*$)/)?.[0] ?? ''

/** Comments are what is left of a text without its scalars. */
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
