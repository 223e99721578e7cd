import type { ConsoleApiKeysBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { KEY_STATES, type KeyList, keyList } from '../../shared/api-keys/key-query.ts'
import { keyStateWord } from '../../shared/api-keys/key-state.tsx'
import { KeyTable } from '../../shared/api-keys/key-table.tsx'
import { paths } from '../../shared/navigation/paths.ts'
import { can, roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ListPage } from '../../shared/ui/list/list-page.tsx'
import { OneFilter } from '../../shared/ui/list/filters/one-filter.tsx'
import { useList } from '../../shared/ui/list/use-list.ts'

interface ApiKeysPageProps {
  query: KeyList
  page: ConsoleApiKeysBody
}

/** Every key of the tenant: its owner, its expiry and its last use. */
export function ApiKeysPage({ query, page }: ApiKeysPageProps) {
  const scope = useScope()
  const list = useList(keyList, query)
  return (
    <ListPage
      title="API keys"
      help="people"
      intro={
        <p className="wb-key-note">
          Everybody makes their own under <Link to={paths.account(scope)}>My account</Link>. A key may do what its owner
          may.
        </p>
      }
      fields="name or owner"
      filters={
        <OneFilter
          label="State"
          choices={KEY_STATES}
          nameOf={keyStateWord}
          chosen={list.asked.state}
          onChoose={(state) => list.change({ state })}
        />
      }
      list={list}
      count={page.listmeta.count}
      noun="key"
      none={{ title: 'No API keys', text: 'Nobody of this tenant has made one yet.' }}
      noMatch={{ title: 'No key matches', text: 'No key of this tenant fits the search and the filter.' }}
    >
      <KeyTable
        keys={page.items}
        ownerOf={({ uid, name, email }) => (
          <>
            {can(scope, 'user.get') ? <Link to={paths.person(uid)}>{name}</Link> : name}
            {name !== email && <p className="wb-subtle">{email}</p>}
          </>
        )}
        disableRefusal={roleRefusal(scope, 'apiKey.update')}
        revokeRefusal={roleRefusal(scope, 'apiKey.delete')}
      />
    </ListPage>
  )
}
