import { Constraints, hasConstraints } from '../../../shared/ui/constraints/constraints.tsx'
import { Nothing } from '../../../shared/ui/messages/nothing.tsx'
import { Readme } from '../../../shared/ui/readme/readme.tsx'
import { YamlView } from '../../../shared/ui/yaml/yaml-view.tsx'
import { usePack } from '../use-pack.ts'

export function ReadmeTab() {
  const { readme, content } = usePack()
  if (readme !== '') return <Readme text={readme} />
  return content === 'read' ? (
    <Nothing title="No README">This version has no README. Its values are on the next tab.</Nothing>
  ) : (
    <Nothing title="README not loaded">It has not been read from the registry yet.</Nothing>
  )
}

export function ValuesTab() {
  const { name, version, values, content } = usePack()
  if (values === '') {
    return content === 'read' ? (
      <Nothing title="No values">This version has none of its own.</Nothing>
    ) : (
      <Nothing title="Values not loaded">They have not been read from the registry yet.</Nothing>
    )
  }
  return <YamlView text={values} label={`Values of ${name} ${version}`} maxHeight="70vh" />
}

export function ConstraintsTab() {
  const pack = usePack()
  if (hasConstraints(pack)) return <Constraints pack={pack} />
  return <Nothing title="No constraints">This version has no rules for other packs, the cluster or its values.</Nothing>
}
