import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'

/** Opens the search in a text; does nothing until the editor has loaded. */
export function SearchButton({ handle }: { handle: { search: () => void } | null | undefined }) {
  return (
    <Button variant="link" size="sm" onClick={() => handle?.search()}>
      Search
    </Button>
  )
}
