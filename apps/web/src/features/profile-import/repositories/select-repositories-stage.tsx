import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection'
import type { ImportPlanBody } from '@waybill/api-contract'
import type { Review } from '../state/import-stage.ts'
import { PlanGate } from '../wizard/plan-gate.tsx'
import { repositoryRows, singleRows, sourceGroups } from './repository-rows.ts'
import { RepositoryTable } from './repository-table.tsx'
import { SourceChoice } from './source-choice.tsx'

/** Step 3, shown only when more than one registry here holds a pack: where each pack comes from. */
export function SelectRepositoriesStage({ review }: { review: Review }) {
  return <PlanGate review={review}>{(plan) => <Choices plan={plan} />}</PlanGate>
}

function Choices({ plan }: { plan: ImportPlanBody }) {
  const rows = repositoryRows(plan)
  const singles = singleRows(plan)
  return (
    <>
      {sourceGroups(rows).map((group) => (
        <SourceChoice key={group.source} group={group} />
      ))}
      <RepositoryTable rows={rows} />
      {singles.length > 0 ? (
        <ExpandableSection
          toggleText={
            singles.length === 1
              ? '1 pack is in only one registry'
              : `${singles.length} packs are in only one registry each`
          }
        >
          <ul>
            {singles.map((layer) => (
              <li key={layer.index}>
                {layer.name} {layer.version}: {layer.candidates[0]?.registryName}
              </li>
            ))}
          </ul>
        </ExpandableSection>
      ) : null}
    </>
  )
}
