import { Spinner } from '@patternfly/react-core/dist/dynamic/components/Spinner'
import type { ImportPlanBody } from '@waybill/api-contract'
import { counted } from '../../../shared/ui/words/amounts.ts'

/** Shown during the import. A single transaction has no percentage. */
export function ImportingStage({ plan }: { plan: ImportPlanBody }) {
  return (
    <div role="status" className="wb-file">
      <Spinner size="lg" aria-label="Importing" />
      <span>
        Importing {plan.name} {plan.version}, {counted(plan.layers.length, 'layer')}. This takes a moment.
      </span>
    </div>
  )
}
