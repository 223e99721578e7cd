import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { EndBar } from '../../../shared/ui/page/end-bar.tsx'
import { currentPlan, type ImportStage, latestPlan } from '../state/import-stage.ts'
import { nextBlocker, shownStep, stepsOf } from '../state/import-steps.ts'
import { useImport } from '../state/import-store.ts'
import { useWizard } from './wizard-context.ts'

type ReviewedStage = Exclude<ImportStage, { step: 'imported' | 'importing' | 'refused' }>

/** Back, Next or Confirm, and Cancel. A disabled Next says why, and jumps to what is unsettled. */
export function WizardFooter({ stage }: { stage: ReviewedStage }) {
  const { scope } = useWizard()
  const navigate = useNavigate()
  const { goTo, goNext, startImport } = useImport((state) => state)
  const steps = stepsOf(stage.review)
  const before = steps[steps.indexOf(shownStep(stage)) - 1]
  const blocker = nextBlocker(stage)
  const isLast = stage.step === 'confirm'
  const isBusy = stage.step !== 'upload-file' && currentPlan(stage.review) === null && stage.review.failure === null

  const handleNext = () => {
    if (blocker !== null) showOpenRow()
    else if (isLast) startImport()
    else goNext()
  }
  return (
    <EndBar>
      <Button
        variant="primary"
        isAriaDisabled={blocker !== null}
        // Although disabled, it must react to clicks: it jumps to what is unsettled.
        inoperableEvents={[]}
        aria-describedby="next-blocker"
        isLoading={isBusy}
        onClick={handleNext}
      >
        {isLast ? confirmWords(stage) : 'Next'}
      </Button>
      {before ? (
        <Button variant="secondary" onClick={() => goTo(before)}>
          Back
        </Button>
      ) : null}
      <Button variant="link" onClick={() => void navigate(paths.profiles(scope))}>
        Cancel
      </Button>
      <span id="next-blocker" className="wb-wizard__blocker">
        {blocker}
      </span>
    </EndBar>
  )
}

const FIRST_CONTROL = 'input, select, button'

/** Scrolls to the first unsettled row and focuses its remedy. */
function showOpenRow(): void {
  const row = document.querySelector('[data-open="true"]')
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector<HTMLElement>(FIRST_CONTROL)?.focus({ preventScroll: true })
}

function confirmWords({ review }: ReviewedStage): string {
  const isPublished = review.decisions.publish ?? latestPlan(review)?.publish ?? false
  return isPublished ? 'Confirm and publish' : 'Confirm and import as draft'
}
