import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useState } from 'react'
import { FILE } from './brought-file.ts'
import { ChooseProfileDialog } from './choose-profile-dialog.tsx'
import { pairSearch, type Pair, type SideName, withSide } from './compared-pair.ts'

export interface PickedSide {
  name: string
  version: string
  /** The side's location, in words. */
  where: string
}

interface SidePickerProps {
  side: SideName
  pair: Pair
  picked: PickedSide | null
  /** The initial search text: the name on the other side. */
  search: string
}

/** One side of the pair, with the choice of another one. */
export function SidePicker({ side, pair, picked, search }: SidePickerProps) {
  const [isOpen, setIsOpen] = useState(false)
  const title = side === 'left' ? 'Left' : 'Right'
  const said = picked ? `${picked.name} ${picked.version}` : 'Choose a profile'
  return (
    <div className="wb-side">
      <Button
        variant={picked ? 'tertiary' : 'primary'}
        aria-label={`${title}: ${said}`}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {said}
      </Button>
      <span className="wb-subtle">{picked?.where}</span>
      {isOpen ? (
        <ChooseProfileDialog
          title={`Choose the ${side} side`}
          search={search}
          addressOf={(chosen) => pairSearch(withSide(pair, side, chosen))}
          fileAddress={side === 'right' ? pairSearch(withSide(pair, side, { uid: FILE, project: '' })) : undefined}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </div>
  )
}
