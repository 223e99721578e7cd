import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import type { ImportPlanBody } from '@waybill/api-contract'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { scopeTitle } from '../../../shared/session/scope.ts'
import { LinkButton } from '../../../shared/ui/buttons/link-button.tsx'
import { useImport } from '../state/import-store.ts'
import { StageHeading } from '../wizard/stage-heading.tsx'
import { useWizard } from '../wizard/wizard-context.ts'

interface ImportedStageProps {
  uid: string
  plan: ImportPlanBody
}

/** The import is done. */
export function ImportedStage({ uid, plan }: ImportedStageProps) {
  const { scope } = useWizard()
  const startAnew = useImport((state) => state.startAnew)
  return (
    <>
      <StageHeading>{`${plan.name} ${plan.version} imported`}</StageHeading>
      <EmptyState status="success" titleText={plan.publish ? 'Published' : 'Imported as a draft'} headingLevel="h3">
        <EmptyStateBody role="status">
          It is now in {scopeTitle(scope)} with {counted(plan.layers.length, 'layer')}.
        </EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <LinkButton to={paths.profile(scope, uid)}>Open profile</LinkButton>
            <Button variant="secondary" onClick={startAnew}>
              Import another
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </>
  )
}
