import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Spinner } from '@patternfly/react-core/dist/dynamic/components/Spinner'
import { currentPlan, latestPlan, type Review } from '../state/import-stage.ts'
import { thingsToSettle } from '../state/import-steps.ts'
import { countOpenRows, hasNoRemedy, type ValidateGroup } from './validate-rows.ts'

interface VerdictText {
  title: string
  variant: 'success' | 'warning' | 'danger'
}

function verdictOf(groups: readonly ValidateGroup[], layers: number): VerdictText {
  const open = countOpenRows(groups)
  if (open === 0 && layers === 0) {
    return { title: 'It can be imported, but it has no layers: clusters would get nothing from it', variant: 'warning' }
  }
  if (open === 0) return { title: 'Ready to import', variant: 'success' }
  return groups.some((group) => group.rows.some(hasNoRemedy))
    ? { title: 'Cannot be imported', variant: 'danger' }
    : { title: thingsToSettle(open), variant: 'warning' }
}

/** The server's verdict on the file and the decisions, in one line that screen readers announce when it changes. */
export function Verdict({ groups, review }: { groups: readonly ValidateGroup[]; review: Review }) {
  const { title, variant } = verdictOf(groups, latestPlan(review)?.layers.length ?? 0)
  const isChecking = currentPlan(review) === null
  return (
    <div className="wb-verdict" role="status" aria-live="polite" aria-busy={isChecking}>
      <Alert component="p" isInline variant={variant} title={title} />
      <span className="wb-verdict__busy">{isChecking ? <Spinner size="md" aria-label="Checking" /> : null}</span>
    </div>
  )
}
