import { useRevalidator } from 'react-router'
import { ownerRefusal } from '../../../../shared/profiles/whose-profile.ts'
import {
  markedText,
  type MarkPlace,
  type SecretVerdict,
  useSecretMarks,
} from '../../../../shared/secrets/use-secret-marks.ts'
import { roleRefusal } from '../../../../shared/session/scope.ts'
import { useScope } from '../../../../shared/session/scope-context.ts'
import { failureLine } from '../../../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../../../shared/ui/messages/toast-store.ts'
import { useProfileData } from '../../profile-data.ts'

interface Marking {
  /** Why the user may not mark anything here. */
  refusal: string | undefined
  mark: (place: MarkPlace, verdict: SecretVerdict) => Promise<void>
}

/** Marks of the profile that is shown; a change of marks reloads its texts. */
export function useMarking(): Marking {
  const scope = useScope()
  const { metadata } = useProfileData().profile
  const { revalidate } = useRevalidator()
  const putMark = useSecretMarks(metadata.uid)
  const owner = metadata.annotations['scope'] ?? ''
  const refusal = ownerRefusal(scope, owner, 'mark its values') ?? roleRefusal(scope, 'clusterProfile.update')
  const mark = async (place: MarkPlace, verdict: SecretVerdict): Promise<void> => {
    const error = await putMark(place, verdict)
    if (error) showToast({ kind: 'danger', title: failureLine(error) })
    else {
      const undo = () => void mark(place, null)
      showToast({ kind: 'success', title: markedText(place.path, verdict), ...(verdict === null ? {} : { undo }) })
      await revalidate()
    }
  }
  return { refusal, mark }
}
