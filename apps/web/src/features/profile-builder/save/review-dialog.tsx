import type { ApiError } from '@waybill/api-client'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { YamlDiff } from '../../../shared/ui/yaml/yaml-diff.tsx'
import { type Change, changesOf } from '../state/changes.ts'
import { useBuilder } from '../state/builder-store.ts'
import { errorsOf, type PlacedProblem } from '../texts/placed-problem.ts'
import { OpenPoints } from './open-points.tsx'
import { RefusedList } from './refused-list.tsx'
import { useNextVersion } from './use-next-version.ts'
import type { Saving } from './use-save.ts'

interface ReviewDialogProps {
  problems: readonly PlacedProblem[]
  saving: Saving
  onClose: () => void
}

/** Every change as it was and as it will be, then saved together. */
export function ReviewDialog({ problems, saving, onClose }: ReviewDialogProps) {
  const base = useBuilder((state) => state.base)
  const texts = useBuilder((state) => state.texts)
  const conflicts = useBuilder((state) => state.conflicts)
  const changes = changesOf({ base, texts })
  const isOpen = errorsOf(problems).length > 0 || conflicts.length > 0
  const isOutdated = saving.error?.kind === 'refusal' && saving.error.code === 'ProfileChanged'
  const handleMerge = async () => {
    if (await saving.merge()) onClose()
  }
  const isStuck = isOpen || changes.length === 0 || saving.isBusy
  const next = useNextVersion(saving.opened)
  const saves = (
    <>
      {next !== null && (
        <Button
          isDisabled={isStuck}
          isLoading={saving.isBusy}
          onClick={() => void saving.save({ isPublished: false, version: next })}
        >
          {`Save as ${next}`}
        </Button>
      )}
      <Button
        variant={next === null ? 'primary' : 'secondary'}
        isDisabled={isStuck}
        onClick={() => void saving.save({ isPublished: false })}
      >
        Save as draft
      </Button>
      <Button variant="secondary" isDisabled={isStuck} onClick={() => void saving.save({ isPublished: true })}>
        Save and publish
      </Button>
    </>
  )
  const merge = (
    <Button isLoading={saving.isBusy} onClick={() => void handleMerge()}>
      Merge theirs with mine
    </Button>
  )
  return (
    <Dialog
      title="Review and save"
      variant="large"
      isScrolled
      refusal={refusalOf(saving.error, isOpen)}
      actions={isOutdated ? merge : saves}
      onClose={onClose}
    >
      {next !== null && (
        <p className="wb-subtle">
          {`This version is published. ${next} is made of it with the changes, as a draft, and this one stays as it is.`}
        </p>
      )}
      <RefusedList error={saving.error} onFollow={onClose} />
      <OpenPoints problems={problems} onFollow={onClose} />
      {changes.map((change) => (
        <ReviewedChange key={change.key} change={change} />
      ))}
    </Dialog>
  )
}

/** What is new has nothing beside it, and neither has what goes. */
function ReviewedChange({ change: { label, kind, before, after } }: { change: Change }) {
  const [beforeLabel, afterLabel] = before === '' || kind === 'added' ? ['Nothing', 'New'] : ['As stored', 'As changed']
  return (
    <section className="wb-builder-change" aria-label={label}>
      <h2>{label}</h2>
      <YamlDiff
        before={before}
        after={after}
        beforeLabel={beforeLabel}
        afterLabel={kind === 'removed' || after === '' ? 'Nothing' : afterLabel}
        maxHeight="20rem"
      />
    </section>
  )
}

function refusalOf(error: ApiError | null, isOpen: boolean): string | null {
  if (error?.kind === 'refusal' && error.code === 'ProfileChanged') {
    return 'Somebody saved this profile meanwhile. Nothing of yours is lost: merge theirs with it, then save.'
  }
  if (error !== null) return failureLine(error)
  return isOpen ? 'This cannot be saved yet:' : null
}
