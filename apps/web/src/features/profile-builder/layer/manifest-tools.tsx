import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useState } from 'react'
import { FormDialog } from '../../../shared/ui/dialogs/form-dialog.tsx'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import { afterDialog } from '../../../shared/ui/dialogs/after-dialog.ts'
import { useBuilder } from '../state/builder-store.ts'
import { addManifest, type DraftLayer, manifestKey, removeManifest } from '../state/stack-texts.ts'

/**
 * Adds and removes manifests of a layer. A new one is opened at once; the button stays and takes the focus when a
 * manifest is removed.
 */
export function ManifestTools({ layer }: { layer: DraftLayer }) {
  const [isAdding, setIsAdding] = useState(false)
  const texts = useBuilder((state) => state.texts)
  const dispatch = useBuilder((state) => state.dispatch)
  const jumpTo = useBuilder((state) => state.jumpTo)
  const { name, manifests } = layer
  const handleAdd = (manifest: string) => {
    dispatch({ type: 'arrange', texts: addManifest(texts, name, manifest) })
    setIsAdding(false)
    afterDialog(() => jumpTo({ key: manifestKey(name, manifest), offset: 0 }))
  }
  return (
    <div className="wb-stack-tools" role="group" aria-label={`Manifests of ${name}`}>
      <Button variant="secondary" size="sm" onClick={() => setIsAdding(true)}>
        Add manifest
      </Button>
      {manifests.map((manifest) => (
        <Button
          key={manifest.name}
          variant="link"
          size="sm"
          onClick={() => dispatch({ type: 'arrange', texts: removeManifest(texts, name, manifest.name) })}
        >
          {`Remove manifest ${manifest.name}`}
        </Button>
      ))}
      {isAdding && (
        <ManifestDialog
          taken={manifests.map((each) => each.name)}
          onAdd={handleAdd}
          onClose={() => setIsAdding(false)}
        />
      )}
    </div>
  )
}

interface ManifestDialogProps {
  taken: readonly string[]
  onAdd: (name: string) => void
  onClose: () => void
}

/** Rejects a piece of YAML that was meant for the editor. */
const NAME = /^[\p{L}\p{N}._-]+$/u

function ManifestDialog({ taken, onAdd, onClose }: ManifestDialogProps) {
  const [name, setName] = useState('')
  const [wasSent, setWasSent] = useState(false)
  const wanted = name.trim()
  const problem =
    wanted === ''
      ? 'A manifest needs a name.'
      : taken.includes(wanted)
        ? 'There is already a manifest with this name.'
        : NAME.test(wanted)
          ? ''
          : 'A name has letters, digits, dots, dashes and underscores.'
  const handleSubmit = () => {
    setWasSent(true)
    if (problem === '') onAdd(wanted)
  }
  return (
    <FormDialog title="Add manifest" action="Add" onSubmit={handleSubmit} onClose={onClose}>
      <TextField
        id="manifest-name"
        label="Name"
        value={name}
        problem={wasSent ? problem : ''}
        autoFocus
        isRequired
        autoComplete="off"
        onChange={setName}
      />
    </FormDialog>
  )
}
