import { type ApiError, makePasswordLink } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { ShownOnce } from '../../../shared/ui/forms/shown-once.tsx'

interface LinkDialogProps {
  person: PersonBody
  onClose: () => void
}

/** A link by which somebody sets their password: the first one, or one in place of the one they forgot. */
export function LinkDialog({ person, onClose }: LinkDialogProps) {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [link, setLink] = useState<string | null>(null)
  const make = async () => {
    setIsBusy(true)
    const result = await makePasswordLink(connection, person.uid)
    setIsBusy(false)
    if (!result.ok) return setError(result.error)
    setLink(result.value.link)
    await revalidate()
  }
  if (link !== null) {
    return (
      <Dialog title={`Password link for ${person.name}`} closeLabel="Close" onClose={onClose}>
        <ShownOnce label="Link" secret={link}>
          Hand this link over yourself: it is shown this once, and sets a password once within a day.
        </ShownOnce>
      </Dialog>
    )
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
        Whoever has the link can set a new password once, within a day. Until then the present password goes on working;
        a link that was made before stops working now.
      </p>
    </ConfirmDialog>
  )
}
