import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { NothingHere } from '../tabs/nothing-here.tsx'
import { ReadmeContent } from './readme-content.tsx'
import { ScrollGroup } from '../scroll-group.tsx'
import { usePack } from '../use-pack.ts'
import { useReadme } from './use-readme.ts'

export function ReadmeTab() {
  const { readme, content } = usePack()
  if (readme !== '') return <Readme text={readme} />
  return content === 'read' ? (
    <NothingHere title="No README">This version has no README. Its values are on the next tab.</NothingHere>
  ) : (
    <NothingHere title="README not loaded">It has not been read from the registry yet.</NothingHere>
  )
}

function Readme({ text }: { text: string }) {
  const readme = useReadme(text)
  if (readme.state === 'laying-out') return <Skeleton height="12rem" screenreaderText="Formatting the README" />
  if (readme.state === 'laid-out') return <ReadmeContent tree={readme.tree} />
  return (
    <div className="wb-readme">
      <Alert
        isInline
        component="p"
        variant="info"
        title="This README could not be formatted. It is shown as plain text."
      />
      <ScrollGroup label="README">
        <pre>{text}</pre>
      </ScrollGroup>
    </div>
  )
}
