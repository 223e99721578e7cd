import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ImportPlanBody } from '@waybill/api-contract'
import { settleMasks } from '../../state/import-decisions.ts'
import { useImport } from '../../state/import-store.ts'

/** Settles many masked values at once; those that are settled already stay unchanged. */
export function MaskedTools({ plan }: { plan: ImportPlanBody }) {
  const decide = useImport((state) => state.decide)
  const open = plan.masked.filter((masked) => !masked.isSettled)
  const keepable = open.filter((masked) => masked.isKeepable)
  if (open.length === 0) return null
  return (
    <p className="wb-tools">
      {plan.comparedWith && keepable.length > 0 ? (
        <Button
          variant="secondary"
          size="sm"
          onClick={() => decide(settleMasks(keepable.map(({ id }) => ({ place: id, action: 'keep' }))))}
        >
          Fill all from {plan.comparedWith.version}
        </Button>
      ) : null}
      {open.length > 1 ? (
        <Button
          variant="link"
          size="sm"
          onClick={() => decide(settleMasks(open.map(({ id }) => ({ place: id, action: 'leave-empty' }))))}
        >
          Leave all {open.length} empty
        </Button>
      ) : null}
    </p>
  )
}
