import type { ConsoleApiKeysBody, OwnSessionsBody, SessionBody } from '@waybill/api-contract'
import type { KeyList } from '../../shared/api-keys/key-query.ts'
import { Fact } from '../../shared/ui/page/fact.tsx'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import { Section } from '../../shared/ui/page/section.tsx'
import { OwnKeys } from './keys/own-keys.tsx'
import { NameForm } from './name-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { Sessions } from './sessions/sessions.tsx'
import '../../shared/ui/page/details.css'
import './account.css'

interface AccountPageProps {
  user: SessionBody['user']
  sessions: OwnSessionsBody['items']
  query: KeyList
  keys: ConsoleApiKeysBody
}

/** What every user sees and changes about themselves. */
export function AccountPage({ user, sessions, query, keys }: AccountPageProps) {
  return (
    <PageSection isFilled>
      <PageHead heading="My account" help="people#my-account" />
      <dl className="wb-facts">
        <Fact name="E-mail">
          <span className="wb-breakable">{user.email}</span>
        </Fact>
      </dl>
      <Section title="Name">
        <NameForm key={`${user.firstName} ${user.lastName}`} user={user} />
      </Section>
      <Section title="Password">
        <PasswordForm />
      </Section>
      <Section title="Where you are signed in">
        <Sessions sessions={sessions} />
      </Section>
      <Section title="API keys">
        <OwnKeys query={query} page={keys} />
      </Section>
    </PageSection>
  )
}
