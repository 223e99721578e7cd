import { type Blocker, useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { SAVED, useUnsavedGuard } from '../../../shared/navigation/use-unsaved-guard.ts'
import { createRegistry, updateRegistry } from '../../../shared/registries/registry-requests.ts'
import { showFirstProblem } from '../../../shared/ui/forms/show-first-problem.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { useOnceAtATime } from '../../../shared/ui/sending/use-once-at-a-time.ts'
import type { DraftForm } from './use-registry-draft.ts'

interface Saving {
  /**
   * `isSynced`: whether a new registry is synced at once. An existing one is synced again if the server finds its
   * address changed.
   */
  save: (options: { isSynced: boolean }) => Promise<void>
  isBusy: boolean
  /** Active while leaving would lose changes. */
  blocker: Blocker
}

/** Adds the registry, or updates that of `uid`, and returns to the list; until then, leaving asks. */
export function useSave(form: DraftForm, uid: string): Saving {
  const { isBusy, once } = useOnceAtATime()
  const navigate = useNavigate()
  const blocker = useUnsavedGuard(form.isChanged)
  const save = ({ isSynced }: { isSynced: boolean }) =>
    once(async () => {
      if (!form.check('all')) return showFirstProblem()
      const { name, endpoint } = form.draft
      const draft = { ...form.draft, name: name.trim(), endpoint: endpoint.trim() }
      const result =
        uid === '' ? await createRegistry(draft, { skipSync: !isSynced }) : await updateRegistry(draft, uid)
      if (!result.ok) {
        form.refuse(result.error)
        return showFirstProblem()
      }
      showToast({ kind: 'success', title: `Registry ${name} ${uid === '' ? 'added' : 'changed'}.` })
      await navigate(paths.registries, { state: SAVED })
    })
  return { save, isBusy, blocker }
}
