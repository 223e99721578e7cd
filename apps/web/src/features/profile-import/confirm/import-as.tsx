import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import type { ImportPlanBody } from '@waybill/api-contract'
import { publishAs } from '../state/import-decisions.ts'
import { useImport } from '../state/import-store.ts'
import { useWizard } from '../wizard/wizard-context.ts'

/** Draft or published, the first choice in Confirm; names the missing permission if the user may not publish. */
export function ImportAs({ plan }: { plan: ImportPlanBody }) {
  const { canPublish } = useWizard()
  const decide = useImport((state) => state.decide)
  const isWanted = useImport(({ stage }) => stage.review.decisions.publish)
  const isPublished = canPublish && (isWanted ?? plan.publish)
  return (
    <fieldset className="wb-import-as">
      <legend>Import as</legend>
      <Radio
        id="import-as-draft"
        name="import-as"
        label="Draft"
        description="It can be changed before clusters use it."
        isChecked={!isPublished}
        onChange={() => decide(publishAs(false))}
      />
      <Radio
        id="import-as-published"
        name="import-as"
        label="Publish"
        description={
          canPublish ? (
            'Clusters can use it at once.'
          ) : (
            <>
              Publishing requires the permission <code>clusterProfile.publish</code>.
            </>
          )
        }
        isDisabled={!canPublish}
        isChecked={isPublished}
        onChange={() => decide(publishAs(true))}
      />
    </fieldset>
  )
}
