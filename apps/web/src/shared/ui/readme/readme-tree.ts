import { isValidElement, type ReactNode } from 'react'

/**
 * The parts of a README that are shown: text, and elements from a short list. Plain data, so that a worker can send it.
 */
export type ReadmeNode = string | ReadmeElement
export interface ReadmeElement {
  tag: ReadmeTag
  /** Of links, as written. */
  href?: string
  /** Of checkboxes in task lists. */
  isChecked?: boolean
  children: readonly ReadmeNode[]
}

const TAGS = [
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'a', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br',
  'table', 'thead', 'tbody', 'tr', 'th', 'td', 'sup', 'input',
] as const // prettier-ignore
export type ReadmeTag = (typeof TAGS)[number]

/** No sensible README nests deeper. */
const MAXIMUM_DEPTH = 40

/**
 * Keeps the allowed elements of rendered Markdown. Images become their description; other elements are replaced by
 * their content.
 */
export function toReadmeTree(node: ReactNode, depth = 0): readonly ReadmeNode[] {
  if (typeof node === 'string' || typeof node === 'number') return [String(node)]
  if (Array.isArray(node)) return node.flatMap((child: ReactNode) => toReadmeTree(child, depth))
  if (!isValidElement(node) || depth > MAXIMUM_DEPTH) return []
  const props = propsOf(node.props)
  if (node.type === 'img') return typeof props['alt'] === 'string' && props['alt'] !== '' ? [props['alt']] : []
  const children = toReadmeTree(props['children'] as ReactNode, depth + 1)
  const tag = TAGS.find((each) => each === node.type)
  if (tag === undefined) return children
  return [
    {
      tag,
      ...(typeof props['href'] === 'string' && { href: props['href'] }),
      ...(tag === 'input' && { isChecked: props['checked'] === true }),
      children,
    },
  ]
}

const propsOf = (props: unknown): Readonly<Record<string, unknown>> =>
  typeof props === 'object' && props !== null ? { ...props } : {}
