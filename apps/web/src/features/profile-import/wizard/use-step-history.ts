import { useEffect, useState } from 'react'
import { type Location, useLocation, useNavigate } from 'react-router'
import { IMPORT_STEPS, type ImportStep, paths } from '../../../shared/navigation/paths.ts'
import { shownStep } from '../state/import-steps.ts'
import { useImportStore } from '../state/import-store.ts'
import { useWizard } from './wizard-context.ts'

const FIRST: ImportStep = 'upload-file'

function isStep(value: unknown): value is ImportStep {
  return IMPORT_STEPS.some((step) => step === value)
}

function stepIn({ search }: Location): ImportStep {
  const step = new URLSearchParams(search).get('step')
  return isStep(step) ? step : FIRST
}

/** The steps of the history entries below this one, and this one last. */
function trailIn(location: Location): readonly ImportStep[] {
  const state: unknown = location.state
  const isTrail = typeof state === 'object' && state !== null && 'trail' in state && Array.isArray(state.trail)
  const trail = isTrail ? (state.trail as unknown[]).filter(isStep) : []
  return trail.at(-1) === stepIn(location) ? trail : [stepIn(location)]
}

/**
 * One history entry per step: the browser's Back and the wizard's Back both go one step back, and after a finished
 * import to the page where it was started. Returns whether the address named a step that needs a file before there was
 * one.
 */
export function useStepHistory(): boolean {
  const { scope } = useWizard()
  const store = useImportStore()
  const location = useLocation()
  const navigate = useNavigate()
  const [isTooFar] = useState(() => stepIn(location) !== FIRST)

  // Subscribed before the effect that follows the address, so that a transition it causes is compared with the new
  // address.
  useEffect(
    () =>
      store.subscribe(({ stage }, before) => {
        const step = shownStep(stage)
        const trail = trailIn(location)
        if (stage.step === 'imported' && before.stage.step !== 'imported') {
          // Nothing leads back into a finished import: its last page replaces the first step.
          if (trail.length > 1) void navigate(1 - trail.length)
          return
        }
        if (step === shownStep(before.stage) || step === stepIn(location)) return
        if (before.stage.step === 'imported') {
          void navigate(paths.importProfile(scope, step), { replace: true, state: { trail: [step] } })
          return
        }
        const at = trail.indexOf(step)
        // Never 0, which would reload the document.
        if (at === -1) void navigate(paths.importProfile(scope, step), { state: { trail: [...trail, step] } })
        else void navigate(at - trail.length + 1)
      }),
    [store, scope, location, navigate],
  )

  useEffect(() => {
    // The import is done, whatever the address says: correcting it would interfere with a user who is already going
    // back.
    if (store.getState().stage.step === 'imported') return
    const wanted = stepIn(location)
    if (wanted !== shownStep(store.getState().stage)) store.getState().goTo(wanted)
    const shown = shownStep(store.getState().stage)
    // No longer reachable (a reload lost the file): the address follows the wizard.
    if (shown !== wanted) void navigate(paths.importProfile(scope, shown), { replace: true, state: { trail: [shown] } })
  }, [store, scope, location, navigate])

  return isTooFar
}
