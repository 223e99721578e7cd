import { Link } from 'react-router'
import { HELP_PAGES, paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import { HELP_TITLES } from './help-texts.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './help.css'

/** All pages of the help. */
export function Component() {
  const scope = useScope()
  return (
    <PageSection isFilled>
      <PageHeading>Help</PageHeading>
      <dl className="wb-help-pages">
        {HELP_PAGES.map((page) => (
          <div key={page}>
            <dt>
              <Link to={paths.help(scope, page)}>{HELP_TITLES[page].title}</Link>
            </dt>
            <dd>{HELP_TITLES[page].about}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  )
}
