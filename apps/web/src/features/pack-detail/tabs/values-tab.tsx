import { YamlView } from '../../../shared/ui/yaml/yaml-view.tsx'
import { NothingHere } from './nothing-here.tsx'
import { usePack } from '../use-pack.ts'

export function ValuesTab() {
  const { name, version, values, content } = usePack()
  if (values === '') {
    return content === 'read' ? (
      <NothingHere title="No values">This version has none of its own.</NothingHere>
    ) : (
      <NothingHere title="Values not loaded">They have not been read from the registry yet.</NothingHere>
    )
  }
  return <YamlView text={values} label={`Values of ${name} ${version}`} maxHeight="70vh" />
}
