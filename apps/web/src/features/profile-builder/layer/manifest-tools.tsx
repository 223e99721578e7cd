import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { afterDialog } from '../save/after-dialog.ts'
import { useBuilder } from '../state/builder-store.ts'
import { addManifest, type DraftLayer, manifestKey, removeManifest } from '../state/stack-texts.ts'

/** Manifests of a layer come and go here: a new one is typed at once, and the button stays for the focus of one that goes. */
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

/** What is no piece of YAML that was meant for the editor. */
const NAME = /^[\p{L}\p{N}._-]+$/u

function ManifestDialog({ taken, onAdd, onClose }: ManifestDialogProps) {
  const [name, setName] = useState('')
  const [wasSent, setWasSent] = useState(false)
  const wanted = name.trim()
  const problem =
    wanted === ''
      ? 'A manifest needs a name.'
      : taken.includes(wanted)
        ? 'A manifest of this name is there already.'
        : NAME.test(wanted)
          ? ''
          : 'A name has letters, digits, dots, dashes and underscores.'
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (problem === '') onAdd(wanted)
  }
  const adding = (
    <Button type="submit" form="manifest-form">
      Add
    </Button>
  )
  return (
    <Dialog title="Add manifest" actions={adding} onClose={onClose}>
      <Form id="manifest-form" onSubmit={handleSubmit} noValidate>
        <FormGroup label="Name" fieldId="manifest-name" isRequired>
          <TextInput
            id="manifest-name"
            value={name}
            autoFocus
            isRequired
            autoComplete="off"
            validated={wasSent && problem !== '' ? 'error' : 'default'}
            aria-describedby="manifest-name-help"
            onChange={(_event, typed) => setName(typed)}
          />
          <FieldText id="manifest-name-help" problem={wasSent ? problem : ''} />
        </FormGroup>
      </Form>
    </Dialog>
  )
}
