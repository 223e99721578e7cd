import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection'
import { Link } from 'react-router'
import { paths } from '../../navigation/paths.ts'
import { useScope } from '../../session/scope-context.ts'
import type { MergedValues } from './decided-merge.ts'

/** The new version's README as plain text, collapsed; the pack's page shows it rendered. */
export function NewReadme({ merge: { readme, to } }: { merge: MergedValues }) {
  const scope = useScope()
  if (readme.trim() === '') return null
  return (
    <ExpandableSection toggleText={`README of ${to.version}`}>
      <pre className="wb-merge-readme">{readme}</pre>
      <Link to={paths.pack(scope, to.packUid)}>Open the page of this version</Link>
    </ExpandableSection>
  )
}
