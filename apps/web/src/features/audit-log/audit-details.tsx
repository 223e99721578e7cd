import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { AuditEventBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { Fact } from '../../shared/ui/page/fact.tsx'
import { inWords, kindName, wayName } from './audit-words.ts'
import { auditList, type ChangeAudits } from './filters/audit-query.ts'
import { objectPath } from './object-path.ts'

interface AuditDetailsProps {
  event: AuditEventBody
  onChange: ChangeAudits
}

const exactly = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' })

/** Everything known about an event, with links to related pages. */
export function AuditDetails({ event, onChange }: AuditDetailsProps) {
  const { actor, address, via, details, object, requestUid, userMessage } = event
  const way = wayName(via)
  return (
    <div className="wb-audit-details">
      <dl className="wb-facts">
        <Fact name="When">
          <time dateTime={event.at}>{exactly.format(new Date(event.at))}</time>
        </Fact>
        <Fact name="Who">
          {actor.email === '' ? 'The server itself' : [actor.name, actor.email].filter(Boolean).join(', ')}
        </Fact>
        <Fact name="From where">
          {address === '' ? 'Not known' : address}
          {way === '' ? null : `, by ${way}`}
        </Fact>
        <Fact name="Object">
          {kindName(object.kind)} <ObjectName event={event} />
        </Fact>
        {details.map(({ name, values }) => (
          <Fact key={name} name={inWords(name)}>
            {values.join(', ')}
          </Fact>
        ))}
        {userMessage === '' ? null : <Fact name="Note">{userMessage}</Fact>}
        {requestUid === '' ? null : (
          <Fact name="Request">
            <code>{requestUid}</code>
          </Fact>
        )}
      </dl>
      <div className="wb-audit-ways">
        {actor.uid === '' ? null : (
          <Button variant="link" isInline onClick={() => onChange({ ...auditList.noFilters, people: [actor.uid] })}>
            All by {actor.email}
          </Button>
        )}
        {object.uid === '' ? null : (
          <Button variant="link" isInline onClick={() => onChange({ ...auditList.noFilters, search: object.uid })}>
            All about this object
          </Button>
        )}
      </div>
    </div>
  )
}

function ObjectName({ event }: { event: AuditEventBody }) {
  const to = objectPath(event)
  const { name, uid } = event.object
  return to === undefined ? <span className="wb-breakable">{name || uid}</span> : <Link to={to}>{name || uid}</Link>
}
