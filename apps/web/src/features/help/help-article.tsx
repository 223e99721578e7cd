import { type AnchorHTMLAttributes, type ImgHTMLAttributes, useEffect } from 'react'
import Markdown, { type Components } from 'react-markdown'
import { Link, useLocation } from 'react-router'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import { type HelpPage, paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { Crumbs } from '../../shared/ui/page/crumbs.tsx'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import { ScrollGroup } from '../../shared/ui/readme/scroll-group.tsx'
import '../../shared/ui/readme/readme.css'
import { HELP_TITLES, isHelpPage, pictureAt } from './help-texts.ts'
import './help.css'

/** A help page, scrolled to the heading named in the address. */
export function HelpArticle({ page, text }: { page: HelpPage; text: string }) {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash, text])
  return (
    <PageSection isFilled>
      <Crumbs list="Help" listPath={paths.help(useScope())} here={HELP_TITLES[page].title} />
      <PageHeading>{HELP_TITLES[page].title}</PageHeading>
      <article className="wb-readme wb-help">
        <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSlug]} components={COMPONENTS}>
          {text}
        </Markdown>
      </article>
    </PageSection>
  )
}

/** The page has its own h1. Pictures that do not ship with the console are left out. */
const COMPONENTS: Components = {
  h1: () => null,
  a: HelpAnchor,
  img: HelpPicture,
  pre: ({ children }) => (
    <ScrollGroup label="Code">
      <pre>{children}</pre>
    </ScrollGroup>
  ),
  table: ({ children }) => (
    <ScrollGroup label="Table">
      <table>{children}</table>
    </ScrollGroup>
  ),
}

/**
 * Links to another help page or to another site; links to files that exist only in the repository become plain text.
 */
function HelpAnchor({ href = '', children }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  const scope = useScope()
  if (href.startsWith('#')) return <Link to={href}>{children}</Link>
  if (/^https?:/.test(href)) {
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    )
  }
  const [file = '', heading] = href.split('#')
  const page = file.replace(/\.md$/, '')
  if (!isHelpPage(page)) return children
  return <Link to={paths.help(scope, heading === undefined ? page : `${page}#${heading}`)}>{children}</Link>
}

function HelpPicture({ src = '', alt = '' }: ImgHTMLAttributes<HTMLImageElement>) {
  const picture = typeof src === 'string' ? pictureAt(src) : undefined
  return picture === undefined ? null : <img src={picture} alt={alt} className="wb-help-picture" />
}
