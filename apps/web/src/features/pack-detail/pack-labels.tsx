import type { ConsolePackBody } from '@waybill/api-contract'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'

type LabelledPack = Pick<ConsolePackBody, 'isRemoved' | 'eol' | 'annotations'>

/** Warnings about a pack version. */
export function PackLabels({ pack }: { pack: LabelledPack }) {
  const state = pack.annotations['system_state'] ?? ''
  return (
    <>
      {pack.isRemoved && (
        <Label isCompact color="red">
          Removed from its registry
        </Label>
      )}
      {isPast(pack.eol) && (
        <Label isCompact color="orange">
          End of life
        </Label>
      )}
      {state !== '' && (
        <Label isCompact color="orange">
          {state}
        </Label>
      )}
    </>
  )
}

/** `eol` is yyyy-MM-dd, which compares as text. */
const isPast = (eol: string) => eol !== '' && eol < new Date().toISOString().slice(0, 10)
