import { YamlView } from '../../../shared/ui/yaml/yaml-view.tsx'
import { Nothing } from '../../../shared/ui/messages/nothing.tsx'
import { usePack } from '../use-pack.ts'

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
