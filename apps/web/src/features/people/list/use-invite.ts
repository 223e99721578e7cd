import { api } from '@waybill/api-client'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { useSending } from '../../../shared/ui/sending/use-sending.ts'

export interface PersonDraft {
  email: string
  firstName: string
  lastName: string
  /** Names, in the tenant. */
  roles: readonly string[]
}

export const NOBODY: PersonDraft = { email: '', firstName: '', lastName: '', roles: [] }

export const isEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text.trim())

/** Creates the account, then its link. If only the link fails, trying again creates only the link. */
export function useInvite({ email, firstName, lastName, roles }: PersonDraft) {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const { isBusy, error, send } = useSending(email)
  const [made, setMade] = useState<{ email: string; uid: string } | null>(null)
  const [link, setLink] = useState<string | null>(null)

  const makeAccount = async () => {
    if (made?.email === email) return { ok: true as const, value: made }
    return api.users.create(connection, {
      body: { spec: { emailId: email.trim(), firstName, lastName, roles: [...roles] } },
    })
  }
  const makeLink = async () => {
    const account = await makeAccount()
    if (!account.ok) return account
    setMade({ email, uid: account.value.uid })
    return api.accounts.makePasswordLink(connection, { params: { uid: account.value.uid } })
  }
  const invite = () =>
    send(makeLink, (sent) => {
      setLink(sent.link)
      return revalidate()
    })
  return { isBusy, error, link, invite }
}
