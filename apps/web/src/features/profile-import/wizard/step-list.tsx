import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ProgressStep, ProgressStepper } from '@patternfly/react-core/dist/dynamic/components/ProgressStepper'
import type { ImportStage } from '../state/import-stage.ts'
import { canReach, shownStep, stepMark, STEP_TITLES, stepsOf } from '../state/import-steps.ts'
import { useImport } from '../state/import-store.ts'

const MARK_WORDS = {
  success: 'done',
  info: 'current',
  warning: 'some problems to fix',
  danger: 'cannot be read',
  pending: 'not yet',
} as const

/** The steps with their states; reachable steps are buttons. */
export function StepList({ stage }: { stage: ImportStage }) {
  const goTo = useImport((state) => state.goTo)
  const current = shownStep(stage)
  return (
    <ProgressStepper isVertical aria-label="Steps of the import" className="wb-steps">
      {stepsOf(stage.review).map((step) => {
        const mark = stepMark(stage, step)
        return (
          <ProgressStep
            key={step}
            id={`step-${step}`}
            titleId={`step-title-${step}`}
            variant={mark}
            isCurrent={step === current}
            aria-label={`${STEP_TITLES[step]}, ${MARK_WORDS[mark]}`}
          >
            {step !== current && canReach(stage, step) ? (
              <Button variant="link" isInline onClick={() => goTo(step)}>
                {STEP_TITLES[step]}
              </Button>
            ) : (
              STEP_TITLES[step]
            )}
          </ProgressStep>
        )
      })}
    </ProgressStepper>
  )
}
