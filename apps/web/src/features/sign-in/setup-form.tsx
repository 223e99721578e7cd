import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ActionGroup, Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { api, type ApiError } from '@waybill/api-client'
import { type SyntheticEvent, useState } from 'react'
import { showFirstProblem } from '../../shared/ui/forms/show-first-problem.ts'
import { TextField } from '../../shared/ui/forms/text-field.tsx'
import { FormMessage } from '../../shared/ui/messages/form-message.tsx'
import { useOnceAtATime } from '../../shared/ui/sending/use-once-at-a-time.ts'
import { type SetupDraft, type SetupField, setupProblems, setupRefusal } from './setup-problems.ts'

const EMPTY: SetupDraft = { code: '', tenantName: '', email: '', password: '', repeated: '' }

interface FieldLook {
  name: SetupField
  label: string
  hint: string
  type: 'text' | 'email' | 'password'
  autoComplete: string
}

const FIELDS: readonly FieldLook[] = [
  {
    name: 'code',
    label: 'Setup code',
    hint: 'From the file setup-code in the server’s DATA_DIR.',
    type: 'text',
    autoComplete: 'off',
  },
  {
    name: 'tenantName',
    label: 'Tenant',
    hint: 'A separate environment, such as Stage.',
    type: 'text',
    autoComplete: 'organization',
  },
  {
    name: 'email',
    label: 'E-mail',
    hint: 'Yours, as its first administrator.',
    type: 'email',
    autoComplete: 'username',
  },
  {
    name: 'password',
    label: 'Password',
    hint: 'At least 12 characters: several words are best.',
    type: 'password',
    autoComplete: 'new-password',
  },
  { name: 'repeated', label: 'Password again', hint: '', type: 'password', autoComplete: 'new-password' },
]

/** Creates a tenant with its first administrator, and signs them in. */
export function SetupForm() {
  const [draft, setDraft] = useState(EMPTY)
  const [wasSent, setWasSent] = useState(false)
  const [refused, setRefused] = useState<{ draft: SetupDraft; error: ApiError } | null>(null)
  const { isBusy, once } = useOnceAtATime()
  const refusal = refused?.draft === draft ? setupRefusal(refused.error) : null
  const found = setupProblems(draft)
  const problems = { ...refusal?.fields, ...(wasSent ? found : {}) }

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (Object.keys(found).length > 0) return showFirstProblem()
    await once(async () => {
      const error = await makeTenant(draft)
      if (error === null) return leaveForConsole()
      setRefused({ draft, error })
      showFirstProblem()
    })
  }
  return (
    <Form onSubmit={(event) => void handleSubmit(event)} noValidate>
      <div role="alert">{refusal?.form ? <FormMessage kind="error" text={refusal.form} /> : null}</div>
      {FIELDS.map(({ name, label, hint, type, autoComplete }, index) => (
        <TextField
          key={name}
          id={name}
          label={label}
          type={type}
          value={draft[name]}
          problem={problems[name] ?? ''}
          hint={hint}
          autoComplete={autoComplete}
          isRequired
          autoFocus={index === 0}
          spellCheck={false}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <ActionGroup>
        <Button type="submit" isBlock isDisabled={isBusy} isLoading={isBusy}>
          Set up
        </Button>
      </ActionGroup>
    </Form>
  )
}

/** Never resolves: the form stays busy until the page is left. */
function leaveForConsole(): Promise<never> {
  window.location.assign('/')
  return new Promise(() => undefined)
}

/** Why it failed; null once the tenant exists. */
async function makeTenant({ code, tenantName, email, password }: SetupDraft): Promise<ApiError | null> {
  const admin = { email: email.trim(), password }
  const tenant = tenantName.trim()
  const made = await api.setup.setUp({ baseUrl: '' }, { body: { code: code.trim(), tenantName: tenant, ...admin } })
  if (!made.ok) return made.error
  // The tenant exists: if signing in fails, the console redirects to the sign-in page.
  await api.session.signIn({ baseUrl: '' }, { body: { ...admin, tenant } })
  return null
}
