import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'

/** Opens the search of a text; does nothing until its editor is there. */
export function SearchButton({ handle }: { handle: { search: () => void } | null | undefined }) {
  return (
    <Button variant="link" size="sm" onClick={() => handle?.search()}>
      Search
    </Button>
  )
}
