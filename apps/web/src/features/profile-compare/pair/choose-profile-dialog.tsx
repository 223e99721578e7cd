import { Link } from 'react-router'
import { ProfileFinder } from '../../../shared/profiles/profile-finder.tsx'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { BringFile } from './bring-file.tsx'

interface ChooseProfileDialogProps {
  title: string
  /** The initial search text. */
  search: string
  /** The address of the comparison with a profile. */
  addressOf: (chosen: { uid: string; project: string }) => string
  /** The address of the comparison with a file; absent if this side cannot be a file. */
  fileAddress: string | undefined
  onClose: () => void
}

/** Searches profiles, each version a link to the comparison with it, or accepts a file. */
export function ChooseProfileDialog({ title, search, addressOf, fileAddress, onClose }: ChooseProfileDialogProps) {
  const here = useScope()
  return (
    <Dialog title={title} variant="medium" className="wb-flow" onClose={onClose}>
      <ProfileFinder search={search}>
        {({ uid, name, version, scope }) => (
          <Link
            to={addressOf({ uid, project: scope.kind === 'project' && scope.uid !== here.uid ? scope.uid : '' })}
            onClick={onClose}
          >
            <span className="pf-v6-screen-reader">{name} </span>
            {version}
          </Link>
        )}
      </ProfileFinder>
      {fileAddress === undefined ? null : <BringFile address={fileAddress} onBrought={onClose} />}
    </Dialog>
  )
}
