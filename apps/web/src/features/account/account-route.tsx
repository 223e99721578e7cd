import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { changePassword } from '@waybill/api-client'
import { connectionOf } from '../../shared/http/connection.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { NewPasswordForm } from '../../shared/ui/forms/new-password-form.tsx'
import type { PasswordDraft } from '../../shared/ui/forms/password-problems.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import './account.css'

/** What everybody may change of themselves. */
export function Component() {
  const connection = connectionOf(useScope())
  const send = async ({ current, next }: PasswordDraft) => {
    const result = await changePassword(connection, { currentPassword: current, newPassword: next })
    if (!result.ok) return result.error
    showToast({ kind: 'success', title: 'Password changed. You are signed out everywhere else.' })
    return null
  }
  return (
    <PageSection>
      <div className="wb-account">
        <PageHeading title="My account">My account</PageHeading>
        <Title headingLevel="h2" size="lg">
          Password
        </Title>
        <p>Changing it ends your sessions in other browsers. API keys go on working.</p>
        <NewPasswordForm asksCurrent submitLabel="Change password" send={send} />
      </div>
    </PageSection>
  )
}
