import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useState } from 'react'
import { Link } from 'react-router'
import { FILE } from './brought-file.ts'
import { ChooseProfileDialog } from './choose-profile-dialog.tsx'
import { pairSearch, type Pair, type SideName, withSide } from './compared-pair.ts'

export interface PickedSide {
  name: string
  version: string
  /** The side's location, in words. */
  where: string
  /** The address of its page; null for a file. */
  address: string | null
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
  const action = picked ? 'Change' : 'Choose a profile'
  return (
    <div className="wb-side" role="group" aria-label={side === 'left' ? 'Left' : 'Right'}>
      {picked && <PickedName {...picked} />}
      <Button
        variant={picked ? 'tertiary' : 'primary'}
        size="sm"
        aria-label={`${action}: ${side}`}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {action}
      </Button>
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

function PickedName({ name, version, where, address }: PickedSide) {
  const said = `${name} ${version}`
  return (
    <>
      {address === null ? (
        <strong className="wb-breakable">{said}</strong>
      ) : (
        <Link to={address} className="wb-breakable">
          {said}
        </Link>
      )}
      <span className="wb-subtle">{where}</span>
    </>
  )
}
