import { Readme } from '../../../shared/ui/readme/readme.tsx'
import { Nothing } from '../../../shared/ui/messages/nothing.tsx'
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
