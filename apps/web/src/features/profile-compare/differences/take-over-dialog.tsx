import type { ComparisonBody } from '@waybill/api-contract'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import type { Pair, SideName } from '../pair/compared-pair.ts'
import type { Part } from '../parts/compared-parts.ts'
import { takeOverSentence } from './take-over-words.ts'
import { useTakeOver } from './use-take-over.ts'

interface TakeOverDialogProps {
  title: string
  part: Part
  comparison: ComparisonBody
  pair: Pair
  into: SideName
  onClose: () => void
}

/** Says what happens to the draft before changing it. */
export function TakeOverDialog({ title, part, comparison, pair, into, onClose }: TakeOverDialogProps) {
  const { isBusy, error, takeOver } = useTakeOver({ part, comparison, pair, into, onDone: onClose })
  const taking = (
    <Button isDisabled={isBusy} isLoading={isBusy} onClick={() => void takeOver()}>
      Copy
    </Button>
  )
  return (
    <Dialog title={title} isBusy={isBusy} refusal={error} actions={taking} onClose={onClose}>
      <p>{takeOverSentence(part, comparison, into)}</p>
      <p>Secrets are copied without being shown. What is published stays as it is until the draft is published.</p>
    </Dialog>
  )
}
