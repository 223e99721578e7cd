import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { scopeTitle } from '../../shared/session/scope.ts'
import { LeaveDialog } from '../../shared/ui/dialogs/leave-dialog.tsx'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import type { ImportStage } from './state/import-stage.ts'
import { shownStep, STEP_TITLES } from './state/import-steps.ts'
import { useImport } from './state/import-store.ts'
import { StageHeading } from './wizard/stage-heading.tsx'
import { ConfirmStage } from './confirm/confirm-stage.tsx'
import { ImportedStage } from './outcome/imported-stage.tsx'
import { ImportingStage } from './outcome/importing-stage.tsx'
import { RefusedStage } from './outcome/refused-stage.tsx'
import { SelectRepositoriesStage } from './repositories/select-repositories-stage.tsx'
import { UploadFileStage } from './upload/upload-file-stage.tsx'
import { ValidateStage } from './review/validate-stage.tsx'
import { StepList } from './wizard/step-list.tsx'
import { useImportRun } from './state/use-import-run.ts'
import { useLeaveGuard } from './wizard/use-leave-guard.ts'
import { usePlanCheck } from './state/use-plan-check.ts'
import { useReading } from './reading/use-reading.ts'
import { useStepHistory } from './wizard/use-step-history.ts'
import { useSyncWatch } from './sync/use-sync-watch.ts'
import { useWizard } from './wizard/wizard-context.ts'
import { WizardFooter } from './wizard/wizard-footer.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './import-wizard.css'

/** The import page: target, step list, current step, and the buttons Back and Next. */
export function ImportWizard() {
  const { scope, connection } = useWizard()
  const stage = useImport((state) => state.stage)
  useReading()
  usePlanCheck(connection)
  useImportRun(connection)
  const isTooFar = useStepHistory()
  useSyncWatch()
  const { blocker, wasReloaded } = useLeaveGuard()
  const isOver = stage.step === 'imported' || stage.step === 'refused'
  return (
    <PageSection aria-label="Import Cluster Profile">
      <div className="wb-wizard">
        <PageHeading help="moving-profiles">Import Cluster Profile</PageHeading>
        <p className="wb-target" data-colour={scope.tenant.colour}>
          {stage.step === 'imported' ? 'Imported into' : 'Importing into'} <strong>{scopeTitle(scope)}</strong>
        </p>
        {(wasReloaded || isTooFar) && stage.step === 'upload-file' && stage.upload === null ? (
          <Alert
            component="p"
            isInline
            variant="info"
            title="The import starts over: a file and its decisions are not kept when the page is reloaded."
          />
        ) : null}
        <div className="wb-wizard__body">
          <StepList stage={stage} />
          <div className="wb-flow">
            {isOver ? null : (
              <StageHeading isFirst={stage.step === 'upload-file'}>{STEP_TITLES[shownStep(stage)]}</StageHeading>
            )}
            <Stage stage={stage} />
            {isOver || stage.step === 'importing' ? null : <WizardFooter stage={stage} />}
          </div>
        </div>
      </div>
      <LeaveDialog blocker={blocker} title="Leave this import?">
        Nothing has been imported yet. The file and your decisions will be lost.
      </LeaveDialog>
    </PageSection>
  )
}

/** Selects the step's component. */
function Stage({ stage }: { stage: ImportStage }) {
  if (stage.step === 'upload-file') return <UploadFileStage />
  if (stage.step === 'imported') return <ImportedStage {...stage} />
  if (stage.step === 'importing') return <ImportingStage plan={stage.plan} />
  if (stage.step === 'refused') return <RefusedStage refusal={stage.refusal} review={stage.review} />
  const { reading } = stage.upload
  if (reading.state !== 'read') return null
  switch (stage.step) {
    case 'validate':
      return <ValidateStage review={stage.review} document={reading.document} />
    case 'select-repositories':
      return <SelectRepositoriesStage review={stage.review} />
    case 'confirm':
      return <ConfirmStage review={stage.review} document={reading.document} />
    default:
      return stage satisfies never
  }
}
