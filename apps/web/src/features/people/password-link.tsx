import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { ShownOnce } from '../../shared/ui/forms/shown-once.tsx'

interface PasswordLinkProps {
  title: string
  link: string
  onClose: () => void
}

/** A link for setting a password, shown once. */
export const PasswordLink = ({ title, link, onClose }: PasswordLinkProps) => (
  <Dialog title={title} isShownOnce closeLabel="I have copied it" onClose={onClose}>
    <ShownOnce label="Link" secret={link}>
      Copy this link now and hand it over yourself: it is shown only this once. Whoever opens it can set the password,
      once and within 24 hours.
    </ShownOnce>
  </Dialog>
)
