import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ConsoleApiKeysBody } from '@waybill/api-contract'
import { useState } from 'react'
import { type KeyList, keyList } from '../../../shared/api-keys/key-query.ts'
import { KeyTable } from '../../../shared/api-keys/key-table.tsx'
import { ListPagination } from '../../../shared/ui/list/list-pagination.tsx'
import { useList } from '../../../shared/ui/list/use-list.ts'
import { NewKeyDialog } from './new-key-dialog.tsx'

interface OwnKeysProps {
  query: KeyList
  page: ConsoleApiKeysBody
}

/** The user's own keys. */
export function OwnKeys({ query, page }: OwnKeysProps) {
  const [isMaking, setIsMaking] = useState(false)
  const list = useList(keyList, query)
  const { count } = page.listmeta
  return (
    <>
      <div className="wb-bar">
        <p>
          {count === 0 ? 'You have none yet. ' : ''}Pipelines and tools send a key in the header <code>ApiKey</code>,
          and may then do what you may.
        </p>
        <Button variant="secondary" onClick={() => setIsMaking(true)}>
          Add API key
        </Button>
      </div>
      {count === 0 ? null : (
        <>
          <KeyTable keys={page.items} />
          <ListPagination list={list} count={count} />
        </>
      )}
      {isMaking ? <NewKeyDialog onClose={() => setIsMaking(false)} /> : null}
    </>
  )
}
