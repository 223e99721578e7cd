import { Fragment, type ReactNode } from 'react'
import type { ReadmeElement, ReadmeNode } from './readme-tree.ts'
import { ScrollGroup } from './scroll-group.tsx'

/** A README below the page's own heading. Links open in a new window; nothing is loaded, and no code runs. */
export function ReadmeContent({ tree }: { tree: readonly ReadmeNode[] }) {
  return <article className="wb-readme">{draw(tree)}</article>
}

const draw = (nodes: readonly ReadmeNode[]): ReactNode =>
  nodes.map((node, place) => <Fragment key={place}>{typeof node === 'string' ? node : drawElement(node)}</Fragment>)

/** The page has its own h1. */
const HEADINGS = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6', h6: 'h6' } as const

function drawElement({ tag: Tag, href = '', isChecked, children }: ReadmeElement): ReactNode {
  switch (Tag) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const Heading = HEADINGS[Tag]
      return <Heading>{draw(children)}</Heading>
    }
    case 'a':
      return isSafe(href) ? (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow">
          {draw(children)}
        </a>
      ) : (
        draw(children)
      )
    case 'hr':
    case 'br':
      return <Tag />
    case 'li':
      return <li className={children.some(isBox) ? 'wb-readme-task' : ''}>{draw(children)}</li>
    case 'input':
      return isChecked === true ? '☑' : '☐'
    case 'pre':
      return (
        <ScrollGroup label="Code">
          <pre>{draw(children)}</pre>
        </ScrollGroup>
      )
    case 'table':
      return (
        <ScrollGroup label="Table">
          <table>{draw(children)}</table>
        </ScrollGroup>
      )
    default:
      return <Tag>{draw(children)}</Tag>
  }
}

const isBox = (node: ReadmeNode): boolean => typeof node !== 'string' && node.tag === 'input'

/** Only absolute addresses; a relative one would lead into the console. */
const isSafe = (href: string) => ['http:', 'https:', 'mailto:'].includes(URL.parse(href)?.protocol ?? '')
