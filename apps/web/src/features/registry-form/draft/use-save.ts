import { type Blocker, type BlockerFunction, useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { useUnsavedGuard } from '../../../shared/navigation/use-unsaved-guard.ts'
import { showFirstProblem } from '../../../shared/ui/forms/show-first-problem.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { useOnceAtATime } from '../../../shared/ui/sending/use-once-at-a-time.ts'
import { saveRegistry } from './save-registry.ts'
import type { DraftForm } from './use-registry-draft.ts'

interface Saving {
  save: (options: { isSynced: boolean }) => Promise<void>
  isBusy: boolean
  /** Stands while leaving would lose what was changed. */
  blocker: Blocker
}

/** Saves the draft and goes back to the list; until then, leaving asks. */
export function useSave(form: DraftForm, uid: string): Saving {
  const { isBusy, once } = useOnceAtATime()
  const navigate = useNavigate()
  const blocker = useUnsavedGuard(form.isChanged, isNotSaved)
  const save = ({ isSynced }: { isSynced: boolean }) =>
    once(async () => {
      if (!form.check('all')) return showFirstProblem()
      const result = await saveRegistry(form.draft, { uid, isSynced })
      if (!result.ok) {
        form.refuse(result.error)
        return showFirstProblem()
      }
      showToast({ kind: 'success', title: `Registry ${form.draft.name} ${uid === '' ? 'added' : 'changed'}.` })
      await navigate(paths.registries, { state: SAVED })
    })
  return { save, isBusy, blocker }
}

/** State of the navigation after saving: nothing is lost by it. */
const SAVED = 'registry-saved'
const isNotSaved: BlockerFunction = ({ nextLocation }) => nextLocation.state !== SAVED
