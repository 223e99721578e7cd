import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { type ReactNode, useMemo, useState } from 'react'
import { connectionOf } from '../../../http/connection.ts'
import { useAnswer } from '../../../http/use-answer.ts'
import { useScope } from '../../../session/scope-context.ts'
import { ActionButton } from '../../buttons/action-button.tsx'
import { Dialog } from '../../dialogs/dialog.tsx'
import { failureLine } from '../../messages/failure-text.ts'
import { decideMerge, type DecidedMerge, type Decisions } from '../decided-merge.ts'
import { MergeReview } from '../merge-review.tsx'
import { type MovedLayer, readVersionMerge, type VersionMerge } from './read-version-merge.ts'

interface VersionMergeDialogProps {
  name: string
  moved: MovedLayer
  /** The displayed version that it changes to. */
  toVersion: string
  title: string
  /** The label of the button that takes the merged values. */
  action: string
  onMerged: (text: string) => void
  onClose: () => void
}

/** Merges the values of a layer into the defaults of the new version; conflicts are decided here. */
export function VersionMergeDialog(props: VersionMergeDialogProps) {
  const { name, moved, toVersion, title, action, onMerged, onClose } = props
  const scope = useScope()
  // The layer and its version do not change while the dialog is open.
  const found = useAnswer((signal) => readVersionMerge(connectionOf(scope), moved, signal), scope.uid)
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const decided = useMemo(
    () =>
      found?.state === 'merged'
        ? { packName: name, merge: found.merge, decisions, ...decideMerge(found.merge, decisions) }
        : null,
    [found, decisions, name],
  )
  const taking = decided ? (
    <ActionButton
      label={action}
      variant="primary"
      reason={reasonAgainst(decided)}
      onClick={() => onMerged(decided.result.text)}
    />
  ) : undefined
  return (
    <Dialog title={title} variant="large" className="wb-flow" actions={taking} onClose={onClose}>
      <p>
        <strong>{name}</strong> {moved.fromVersion} → {toVersion}
      </p>
      {found ? (
        <Standing found={found} fromVersion={moved.fromVersion} />
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

/** What the values were merged with, or why they were not merged. */
function Standing({ found, fromVersion }: { found: VersionMerge; fromVersion: string }): ReactNode {
  if (found.state === 'failed') return <p role="alert">{failureLine(found.error)}</p>
  if (found.state === 'unreadable') {
    return (
      <p role="alert">
        The defaults are still in {found.registryName}, which could not be read just now. Try again later.
      </p>
    )
  }
  if (found.from === fromVersion) return null
  return (
    <Alert
      isInline
      component="p"
      variant="info"
      title={
        found.from === null
          ? `No defaults of ${fromVersion} or another version are here, so each value that differs is yours to decide.`
          : `The defaults of ${fromVersion} are not here. Those of ${found.from}, the nearest that are, stand in for them.`
      }
    />
  )
}

function reasonAgainst({ left, result }: DecidedMerge): string | undefined {
  if (left > 0) return 'Decide every conflict first.'
  return result.valid ? undefined : 'The values are not valid YAML with what you chose.'
}
