import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { type SyntheticEvent, useState } from 'react'
import { showFirstProblem } from '../../../shared/ui/forms/show-first-problem.ts'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import { afterDialog } from '../../../shared/ui/dialogs/after-dialog.ts'
import { useBuilder } from '../state/builder-store.ts'
import { manifestKey, stackOf } from '../state/stack-texts.ts'
import { layerNameProblem, layerOfManifests } from './new-layer.ts'
import type { AddLayer } from './use-add-layer.ts'

/** Adds a layer of Kubernetes manifests. Its first manifest gets the layer's name and is written in the editor. */
export function ManifestForm({ onAdd }: { onAdd: AddLayer }) {
  const texts = useBuilder((state) => state.texts)
  const jumpTo = useBuilder((state) => state.jumpTo)
  const [name, setName] = useState('')
  const [wasSent, setWasSent] = useState(false)
  const taken = stackOf(texts).map((layer) => layer.name)
  const problem = layerNameProblem(name.trim(), taken, 'A name')
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (problem !== '') return showFirstProblem()
    const wanted = name.trim()
    onAdd(layerOfManifests(wanted), { values: null, manifests: [{ uid: '', name: wanted, content: '' }] })
    afterDialog(() => jumpTo({ key: manifestKey(wanted, wanted), offset: 0 }))
  }
  return (
    <Form onSubmit={handleSubmit} noValidate>
      <TextField
        id="manifest-layer"
        label="Name of the layer"
        value={name}
        problem={wasSent ? problem : ''}
        hint="It holds Kubernetes manifests, which are typed in the editor once the layer is there."
        isRequired
        autoComplete="off"
        onChange={setName}
      />
      <div>
        <Button type="submit">Add manifest layer</Button>
      </div>
    </Form>
  )
}
