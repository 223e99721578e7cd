import { useEffect } from 'react'
import { type Location, useLocation, useNavigate } from 'react-router'
import type { StepName } from './import-stage.ts'
import { STEP_TITLES, shownStep } from './import-steps.ts'
import { useImport, useImportStoreApi } from './import-store.ts'

const FIRST: StepName = 'upload-file'

function isStepName(text: string | null): text is StepName {
  return text !== null && text in STEP_TITLES
}

function stepIn(location: Location): StepName {
  const step = new URLSearchParams(location.search).get('step')
  return isStepName(step) ? step : FIRST
}

/** The steps whose history entries lie under this one, itself last. */
function trailIn(location: Location): readonly StepName[] {
  const state: unknown = location.state
  const isTrail = typeof state === 'object' && state !== null && 'trail' in state && Array.isArray(state.trail)
  return isTrail ? (state.trail as unknown[]).filter((step): step is StepName => isStepName(String(step))) : [FIRST]
}

const searchOf = (step: StepName) => (step === FIRST ? '' : `?step=${step}`)

/** One history entry a step: the browser's back button goes one step back, the wizard's Back button the same way. */
export function useStepHistory(): void {
  const store = useImportStoreApi()
  const step = useImport(({ stage }) => shownStep(stage))
  const location = useLocation()
  const navigate = useNavigate()

  useEffect(() => {
    const wanted = stepIn(location)
    if (wanted === shownStep(store.getState().stage)) return
    store.getState().goTo(wanted)
    const shown = shownStep(store.getState().stage)
    // Not to be reached any more (a reload lost the file, or the import is done): the address follows the wizard.
    if (shown !== wanted) void navigate(searchOf(shown) || '.', { replace: true, state: { trail: [shown] } })
  }, [store, location, navigate])

  useEffect(() => {
    if (stepIn(location) === step) return
    const trail = trailIn(location)
    const at = trail.indexOf(step)
    if (at === -1) void navigate(searchOf(step) || '.', { state: { trail: [...trail, step] } })
    else void navigate(at - trail.length + 1)
    // Only a move of the wizard asks for a new entry; a move in the history is followed above.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [step])
}
