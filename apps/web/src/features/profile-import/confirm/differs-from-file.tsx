import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ImportPlanBody } from '@waybill/api-contract'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { versionChangeText } from '../state/version-change.ts'

interface DiffersFromFileProps {
  plan: ImportPlanBody
  /** Places that stay empty. */
  empty: readonly string[]
}

/** How the import differs from the file; renders nothing if it does not. */
export function DiffersFromFile({ plan, empty }: DiffersFromFileProps) {
  const lines = differences(plan, empty)
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

function differences({ layers, leftOut, editedValues }: ImportPlanBody, empty: readonly string[]): readonly string[] {
  const stays = empty.length === 1 ? 'stays' : 'stay'
  return [
    ...layers.flatMap((layer) =>
      layer.versionChange === 'same' ? [] : [`${layer.name}: ${versionChangeText(layer)}`],
    ),
    ...leftOut.map(({ name, version }) => `${`${name} ${version}`.trim()} is left out`),
    ...editedValues.map(({ name }) => `The values of ${name} were edited`),
    ...(empty.length === 0 ? [] : [`${counted(empty.length, 'value')} ${stays} empty`]),
  ]
}
