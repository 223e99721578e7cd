import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { useState } from 'react'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { isProfileChanged } from '../../../shared/profiles/changed-meanwhile.ts'
import { nextVersion } from '../../../shared/profiles/next-version.ts'
import { YamlDiff } from '../../../shared/ui/yaml/yaml-diff.tsx'
import { YamlView } from '../../../shared/ui/yaml/yaml-view.tsx'
import { cloudName, typeName } from '../../../shared/ui/words/profile-words.ts'
import { INFO } from '../state/builder-texts.ts'
import { type Change, changesOf } from '../state/changes.ts'
import { useBuilder } from '../state/builder-store.ts'
import { errorsOf, type PlacedProblem } from '../texts/problems/placed-problem.ts'
import { afterDialog } from '../../../shared/ui/dialogs/after-dialog.ts'
import { MEANWHILE_ID } from './conflicts/conflict-id.ts'
import { OpenPoints } from './open-points.tsx'
import { RefusedList } from './refused-list.tsx'
import { saveChoices } from './save-choices.ts'
import type { Saving } from './use-save.ts'

interface ReviewDialogProps {
  problems: readonly PlacedProblem[]
  saving: Saving
  onClose: () => void
}

/** Shows every change before and after, and saves them together. */
export function ReviewDialog({ problems, saving, onClose }: ReviewDialogProps) {
  const base = useBuilder((state) => state.base)
  const texts = useBuilder((state) => state.texts)
  const conflicts = useBuilder((state) => state.conflicts)
  const changes = changesOf({ base, texts })
  const isOpen = errorsOf(problems).length > 0 || conflicts.length > 0
  const isOutdated = saving.error !== null && isProfileChanged(saving.error)
  const handleMerge = async () => {
    if (!(await saving.merge())) return
    onClose()
    afterDialog(() => document.getElementById(MEANWHILE_ID)?.focus())
  }
  const places = changes.map(({ key }) => key)
  const choices = saveChoices(useScope(), saving.opened?.profile ?? null, places)
  const [wanted, setWanted] = useState(0)
  const chosen = choices[wanted] ?? choices[0]
  const isStuck = isOpen || changes.length === 0 || saving.isBusy || chosen.refusal !== undefined
  const save = (
    <Button
      variant={chosen.isOverwriting ? 'danger' : 'primary'}
      isDisabled={isStuck}
      isLoading={saving.isBusy}
      onClick={() => void saving.save(chosen.as)}
    >
      {chosen.label}
    </Button>
  )
  const merge = (
    // Replaces the button that was pressed, which had the focus.
    <Button key="merge" autoFocus isLoading={saving.isBusy} onClick={() => void handleMerge()}>
      Merge with my changes
    </Button>
  )
  return (
    <Dialog
      title="Review and save"
      variant="large"
      isScrolled
      isBusy={saving.isBusy}
      refusal={refusalOf(saving, isOpen) ?? chosen.refusal}
      actions={isOutdated ? merge : save}
      onClose={onClose}
    >
      <RefusedList error={saving.error} onFollow={onClose} />
      <OpenPoints problems={problems} onFollow={onClose} />
      {choices.length === 1 && <p>{choices[0].description}</p>}
      {choices.length > 1 && !isOutdated && (
        <FormGroup role="radiogroup" isStack label="How to save" fieldId="save-as" className="wb-save-choices">
          {choices.map(({ label, description }, index) => (
            <Radio
              key={label}
              id={`save-as-${index}`}
              name="save-as"
              label={label}
              description={description}
              isChecked={index === wanted}
              onChange={() => setWanted(index)}
            />
          ))}
        </FormGroup>
      )}
      {changes.map((change) => (
        <ReviewedChange key={change.key} change={change} stored={isOutdated ? 'As it was opened' : 'As stored'} />
      ))}
    </Dialog>
  )
}

/** Before and after side by side; added and removed texts are shown alone. */
function ReviewedChange({ change, stored }: { change: Change; stored: string }) {
  const { key, label, kind } = change
  const [before, after] = [shownAs(key, change.before), shownAs(key, change.after)]
  const isNew = before === '' || kind === 'added'
  const isGone = after === '' || kind === 'removed'
  return (
    <section className="wb-builder-change" aria-label={label}>
      <Title headingLevel="h2" size="lg">
        {label}
      </Title>
      {isNew || isGone ? (
        <YamlView text={isNew ? after : before} label={isNew ? 'New' : 'No longer there'} maxHeight="20rem" />
      ) : (
        <YamlDiff before={before} after={after} beforeLabel={stored} afterLabel="As changed" maxHeight="20rem" />
      )}
    </section>
  )
}

const WORDS: Readonly<Record<string, (text: string) => string>> = { [INFO.type]: typeName, [INFO.cloudType]: cloudName }

/** Values as the form displays them: `Full` and `AWS`. */
const shownAs = (key: string, text: string): string => (text === '' ? '' : (WORDS[key]?.(text) ?? text))

function refusalOf({ error, taken, opened }: Saving, isOpen: boolean): string | null {
  if (taken !== null && opened !== null) {
    const next = nextVersion(opened.profile.spec.versions.map(({ version }) => version))
    return `${taken} was created meanwhile, by somebody else or by you in another window. Your changes are kept: the next number is ${next}.`
  }
  if (error !== null && isProfileChanged(error)) {
    return 'This profile was saved by somebody else, or by you in another window, after you opened it. Your changes are kept: merge the two, then save.'
  }
  if (error !== null) return failureLine(error)
  return isOpen ? 'This cannot be saved yet:' : null
}
