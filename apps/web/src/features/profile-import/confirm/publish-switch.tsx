import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import type { ImportPlanBody } from '@waybill/api-contract'
import { publishAs } from '../state/import-decisions.ts'
import { useImport } from '../state/import-store.ts'
import { useWizard } from '../wizard/wizard-context.ts'

/** Draft or published; who may not publish is told so. */
export function PublishSwitch({ plan }: { plan: ImportPlanBody }) {
  const { canPublish } = useWizard()
  const decide = useImport((state) => state.decide)
  const isWanted = useImport(({ stage }) => ('review' in stage ? stage.review.decisions.publish : undefined))
  if (!canPublish) {
    return (
      <p className="wb-subtle">
        It will be imported as a draft: publishing requires the permission <code>clusterProfile.publish</code>.
      </p>
    )
  }
  const isOn = isWanted ?? plan.publish
  return (
    <div className="wb-publish">
      <Switch
        id="publish"
        label="Publish"
        aria-describedby="publish-hint"
        isChecked={isOn}
        onChange={(_event, isChecked) => decide(publishAs(isChecked))}
      />
      <p className="wb-subtle" id="publish-hint">
        {isOn ? 'Clusters can use it at once.' : 'It will be imported as a draft.'}
      </p>
    </div>
  )
}
