import type { ComparisonBody } from '@waybill/api-contract'
import { useState } from 'react'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import type { Pair, SideName } from '../pair/compared-pair.ts'
import type { Part } from '../parts/compared-parts.ts'
import { targetWords } from './take-over-words.ts'
import { TakeOverDialog } from './take-over-dialog.tsx'

interface TakeOverButtonProps {
  part: Part
  comparison: ComparisonBody
  pair: Pair
  /** The side that is changed. */
  into: SideName
}

/** **Take this over** copies a part to the other side, if the user's permissions allow it. */
export function TakeOverButton({ part, comparison, pair, into }: TakeOverButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const { name, version } = comparison[into]
  const target = targetWords(comparison, into)
  const side = ` on the ${into}`
  return (
    <>
      <ActionButton
        variant="secondary"
        label={`Take this over into ${target}`}
        fullLabel={`Take this over into ${target.endsWith(side) ? target : target + side}`}
        reason={whyNot(comparison, into)}
        onClick={() => setIsOpen(true)}
      />
      {isOpen ? (
        <TakeOverDialog
          part={part}
          comparison={comparison}
          pair={pair}
          into={into}
          title={`Take ${part.name} over into ${name} ${version}?`}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  )
}

function whyNot(comparison: ComparisonBody, into: SideName): string | undefined {
  const target = comparison[into]
  const source = comparison[into === 'left' ? 'right' : 'left']
  if (target.scope === 'file') return 'A file is not changed here.'
  if (source.scope === 'file') return 'Import the file to take its content over.'
  return target.mayChange ? undefined : `Your roles lack the permission clusterProfile.update on ${target.name}.`
}
