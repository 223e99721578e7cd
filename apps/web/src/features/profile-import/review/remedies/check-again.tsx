import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useImport } from '../../state/import-store.ts'

/** Ends a sentence about what can be done elsewhere with a link that checks again. */
export function CheckAgain({ wanted }: { wanted: string }) {
  const checkAgain = useImport((state) => state.checkAgain)
  return (
    <span className="wb-with-its-stop">
      <Button variant="link" isInline aria-label={`check again for ${wanted}`} onClick={checkAgain}>
        check again
      </Button>
      .
    </span>
  )
}
