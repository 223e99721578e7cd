import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { ActionButton } from '../../../../shared/ui/buttons/action-button.tsx'
import { Dialog } from '../../../../shared/ui/dialogs/dialog.tsx'
import { failureLine } from '../../../../shared/ui/messages/failure-text.ts'
import { decideMerge, type DecidedMerge, type Decisions } from '../../../../shared/ui/values-merge/decided-merge.ts'
import { MergeReview } from '../../../../shared/ui/values-merge/merge-review.tsx'
import { useWizard } from '../../wizard/wizard-context.ts'
import type { PlannedLayer } from '../validate-rows.ts'
import { type MovedLayer, readVersionMerge, type VersionMerge } from './read-version-merge.ts'

interface MergeDialogProps {
  layer: PlannedLayer
  moved: MovedLayer
  onMerged: (text: string) => void
  onClose: () => void
}

/** The values of the file merged into the defaults of the version that is taken: what both changed is decided here. */
export function MergeDialog({ layer, moved, onMerged, onClose }: MergeDialogProps) {
  const { name, fileVersion, version } = layer
  const found = useVersionMerge(moved)
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const decided = useMemo(
    () =>
      found?.state === 'merged'
        ? { packName: name, merge: found.merge, decisions, ...decideMerge(found.merge, decisions) }
        : null,
    [found, decisions, name],
  )
  const action = decided ? (
    <ActionButton
      label="Use the merged values"
      variant="primary"
      reason={reasonAgainst(decided)}
      onClick={() => onMerged(decided.result.text)}
    />
  ) : undefined
  return (
    <Dialog title="Merge the values" variant="large" className="wb-stack" actions={action} onClose={onClose}>
      <p>
        <strong>{name}</strong> {fileVersion} → {version}
      </p>
      {found ? (
        <Standing found={found} fileVersion={fileVersion} />
      ) : (
        <Skeleton screenreaderText="Merging" height="12rem" />
      )}
      {decided && (
        <MergeReview
          {...decided}
          onDecide={(index, decision) => setDecisions((all) => new Map(all).set(index, decision))}
        />
      )}
    </Dialog>
  )
}

/** Asks once: the layer and its version stay the same while the dialog is open. */
function useVersionMerge(moved: MovedLayer): VersionMerge | null {
  const { connection } = useWizard()
  const [asked] = useState(moved)
  const [found, setFound] = useState<VersionMerge | null>(null)
  useEffect(() => {
    const stopped = new AbortController()
    const read = async () => {
      const merge = await readVersionMerge(connection, asked, stopped.signal)
      if (!stopped.signal.aborted) setFound(merge)
    }
    void read()
    return () => stopped.abort()
  }, [connection, asked])
  return found
}

/** What the values were merged from, or why they were not. */
function Standing({ found, fileVersion }: { found: VersionMerge; fileVersion: string }): ReactNode {
  if (found.state === 'failed') return <p role="alert">{failureLine(found.error)}</p>
  if (found.state === 'unreadable') {
    return (
      <p role="alert">
        The defaults are still in {found.registryName}, which could not be read just now. Try again later.
      </p>
    )
  }
  if (found.from === fileVersion) return null
  return (
    <Alert
      isInline
      component="p"
      variant="info"
      title={`The defaults of ${fileVersion} are not here. Those of ${found.from}, the nearest that are, stand in for them.`}
    />
  )
}

function reasonAgainst({ left, result }: DecidedMerge): string | undefined {
  if (left > 0) return 'Decide every conflict first.'
  return result.valid ? undefined : 'The values are not valid YAML with what you chose.'
}
