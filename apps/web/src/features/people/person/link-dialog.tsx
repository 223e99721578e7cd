import { api } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useSending } from '../../../shared/ui/sending/use-sending.ts'
import { PasswordLink } from '../password-link.tsx'

interface LinkDialogProps {
  person: PersonBody
  onClose: () => void
}

/** A link for setting a password: the first one, or a replacement for a forgotten one. */
export function LinkDialog({ person, onClose }: LinkDialogProps) {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const { isBusy, error, send } = useSending()
  const [link, setLink] = useState<string | null>(null)
  const make = () =>
    send(
      () => api.accounts.makePasswordLink(connection, { params: { uid: person.uid } }),
      (made) => {
        setLink(made.link)
        return revalidate()
      },
    )
  if (link !== null) {
    return <PasswordLink title={`Password link for ${person.name}`} link={link} onClose={onClose} />
  }
  return (
    <ConfirmDialog
      title={`Make a password link for ${person.name}?`}
      refusal={error}
      isWarning={false}
      action="Make link"
      isBusy={isBusy}
      look="primary"
      onConfirm={() => void make()}
      onClose={onClose}
    >
      <p>
        Whoever opens the link can set a new password, once and within 24 hours. Until then the current password still
        works. An earlier link stops working now.
      </p>
    </ConfirmDialog>
  )
}
