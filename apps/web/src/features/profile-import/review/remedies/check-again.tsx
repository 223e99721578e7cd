import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useImport } from '../../state/import-store.ts'

/** The end of a sentence that says what somebody can do elsewhere. */
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
