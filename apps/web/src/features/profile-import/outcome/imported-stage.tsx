import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import type { ImportPlanBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { scopeTitle } from '../../../shared/session/scope.ts'
import { LinkButton } from '../../../shared/ui/buttons/link-button.tsx'
import { emptyPlaces } from '../confirm/empty-places.ts'
import type { Review } from '../state/import-stage.ts'
import { useImport } from '../state/import-store.ts'
import { StageHeading } from '../wizard/stage-heading.tsx'
import { useWizard } from '../wizard/wizard-context.ts'

interface ImportedStageProps {
  uid: string
  plan: ImportPlanBody
  review: Review
}

/** Shown after the import. */
export function ImportedStage({ uid, plan, review: { decisions } }: ImportedStageProps) {
  const { scope } = useWizard()
  const startAnew = useImport((state) => state.startAnew)
  const empty = emptyPlaces(plan, decisions).length
  const macros = decisions.macros ?? []
  return (
    <>
      <StageHeading>{`${plan.name} ${plan.version} imported`}</StageHeading>
      <EmptyState status="success" titleText={plan.publish ? 'Published' : 'Imported as a draft'} headingLevel="h3">
        <EmptyStateBody role="status">
          It is now in {scopeTitle(scope)} with {counted(plan.layers.length, 'layer')}.
          {macros.length > 0 && (
            <>
              {' '}
              {macros.length === 1 ? 'The macro' : 'The macros'} {macros.map(({ name }) => name).join(', ')}{' '}
              {macros.length === 1 ? 'was' : 'were'} created.
            </>
          )}
          {empty > 0 && (
            <>
              {' '}
              <Link to={paths.emptyValues(scope, uid, 'layers')}>
                {counted(empty, 'value')} {empty === 1 ? 'stays' : 'stay'} empty
              </Link>{' '}
              until {empty === 1 ? 'it is' : 'they are'} filled in.
            </>
          )}
        </EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <LinkButton replace to={paths.profile(scope, uid)}>
              Open profile
            </LinkButton>
            <Button variant="secondary" onClick={startAnew}>
              Import another
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </>
  )
}
