import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import type { MovingLayer } from './use-decisions.ts'

/** What the new version's README says, folded; its page shows it laid out. */
export function NewReadme({ merge: { readme, to } }: Pick<MovingLayer, 'merge'>) {
  const scope = useScope()
  if (readme.trim() === '') return null
  return (
    <ExpandableSection toggleText={`README of ${to.version}`}>
      <pre className="wb-update-readme">{readme}</pre>
      <Link to={paths.pack(scope, to.packUid)}>Open the page of this version</Link>
    </ExpandableSection>
  )
}
