import { api, type ApiError } from '@waybill/api-client'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { useOnceAtATime } from '../../../shared/ui/sending/use-once-at-a-time.ts'

export interface PersonDraft {
  email: string
  firstName: string
  lastName: string
  /** Names, in the tenant. */
  roles: readonly string[]
}

export const NOBODY: PersonDraft = { email: '', firstName: '', lastName: '', roles: [] }

export const isEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text.trim())

interface Refusal {
  email: string
  error: ApiError
}

/** Makes the account first, then its link; where only the link fails, another try makes only that. */
export function useInvite() {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const { isBusy, once } = useOnceAtATime()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [made, setMade] = useState<{ email: string; uid: string } | null>(null)
  const [link, setLink] = useState<string | null>(null)

  const makeAccount = async ({ email, firstName, lastName, roles }: PersonDraft) => {
    if (made?.email === email) return { ok: true as const, value: made }
    return api.users.create(connection, {
      body: { spec: { emailId: email.trim(), firstName, lastName, roles: [...roles] } },
    })
  }
  const invite = (draft: PersonDraft) =>
    once(async () => {
      const account = await makeAccount(draft)
      if (account.ok) setMade({ email: draft.email, uid: account.value.uid })
      const result = account.ok
        ? await api.accounts.makePasswordLink(connection, { params: { uid: account.value.uid } })
        : account
      setRefusal(result.ok ? null : { email: draft.email, error: result.error })
      if (!result.ok) return
      setLink(result.value.link)
      await revalidate()
    })
  const isTaken = (email: string) =>
    refusal?.email === email && refusal.error.kind === 'refusal' && refusal.error.code === 'UserExists'
      ? refusal.error.message
      : ''
  return { isBusy, error: refusal?.error ?? null, isTaken, link, invite }
}
