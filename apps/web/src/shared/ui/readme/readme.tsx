import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { ReadmeContent } from './readme-content.tsx'
import { ScrollGroup } from './scroll-group.tsx'
import { useReadme } from './use-readme.ts'
import './readme.css'

/** A rendered README; plain text if it cannot be rendered in time. */
export function Readme({ text }: { text: string }) {
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
