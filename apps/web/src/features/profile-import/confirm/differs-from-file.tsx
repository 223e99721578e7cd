import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ImportPlanBody } from '@waybill/api-contract'
import type { ProfileDocument } from '@waybill/profile-format'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { versionChangeText } from '../state/version-change.ts'

interface DiffersFromFileProps {
  document: ProfileDocument
  plan: ImportPlanBody
  /** Places that stay empty. */
  empty: readonly string[]
}

/** How the import differs from the file; renders nothing if it does not. */
export function DiffersFromFile(props: DiffersFromFileProps) {
  const lines = differences(props)
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="differs" className="wb-differs">
      <Title headingLevel="h3" size="md" id="differs">
        What differs from the file
      </Title>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function differences({ document, plan, empty }: DiffersFromFileProps): readonly string[] {
  const { layers, leftOut, editedValues } = plan
  const [title, newTitle] = [document, plan].map(({ name, version }) => `${name} ${version}`)
  const stays = empty.length === 1 ? 'stays' : 'stay'
  return [
    ...(newTitle === title ? [] : [`Profile: ${title} → ${newTitle}`]),
    ...layers.flatMap((layer) =>
      layer.versionChange === 'same' ? [] : [`${layer.name}: ${versionChangeText(layer)}`],
    ),
    ...leftOut.map(({ name, version }) => `${`${name} ${version}`.trim()} is left out`),
    ...editedValues.map(({ name }) => `The values of ${name} were edited`),
    ...(empty.length === 0 ? [] : [`${counted(empty.length, 'value')} ${stays} empty`]),
  ]
}
