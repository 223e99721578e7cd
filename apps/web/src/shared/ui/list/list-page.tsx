import type { ReactNode } from 'react'
import type { HelpTopic } from '../../navigation/paths.ts'
import { Nothing } from '../messages/nothing.tsx'
import { PageHead } from '../page/page-head.tsx'
import { PageSection } from '../page/page-section.tsx'
import { counted } from '../words/amounts.ts'
import { ListPagination } from './list-pagination.tsx'
import { ListToolbar } from './list-toolbar.tsx'
import { NoHit } from './no-hit.tsx'
import type { PageOfList } from './page-of-list.ts'
import { SearchOfList } from './search-of-list.tsx'
import type { ChangeList, List } from './use-list.ts'

type Searched = PageOfList & { search: string }

interface ListPageProps<Query extends Searched> {
  title: string
  help: HelpTopic
  /** The button that adds one. */
  action?: ReactNode
  /** Below the heading. */
  intro?: ReactNode
  /** The searched fields: `name or e-mail`. */
  fields: string
  filters?: ReactNode
  list: List<Query> & { change: ChangeList<Searched> }
  count: number
  /** What is listed: `team`; and its plural unless that ends in s. */
  noun: string
  nouns?: string
  /**
   * Shown with the action instead of search and table while there is nothing to list; omitted for lists that are never
   * empty.
   */
  none?: { title: string; text: string }
  /** The same with custom content; `none` takes precedence. */
  empty?: ReactNode
  /** Shown instead of the table if nothing matches. */
  noMatch: { title: string; text: string }
  /** The table. */
  children: ReactNode
  /** The dialog that is open. */
  dialog?: ReactNode
}

/** A page with a list: search, filters and pagination. */
export function ListPage<Query extends Searched>(props: ListPageProps<Query>) {
  const { title, help, action, intro, fields, filters, list, count, noun, nouns } = props
  const { address, query, change } = list
  const clear = () => change(address.noFilters)
  const isNone = count === 0 && !address.hasFilters(query)
  const { none } = props
  const empty = none ? (
    <Nothing title={none.title} actions={action}>
      {none.text}
    </Nothing>
  ) : (
    props.empty
  )
  return (
    <PageSection isFilled>
      <PageHead heading={title} help={help}>
        {isNone && none ? null : action}
      </PageHead>
      {intro}
      {isNone && empty ? (
        empty
      ) : (
        <>
          <ListToolbar
            search={<SearchOfList list={list} fields={fields} />}
            filters={filters}
            count={counted(count, noun, nouns)}
            onClear={clear}
          />
          {count > 0 ? (
            <>
              {props.children}
              <ListPagination list={list} count={count} />
            </>
          ) : (
            <NoHit title={props.noMatch.title} onClear={clear}>
              {props.noMatch.text}
            </NoHit>
          )}
        </>
      )}
      {props.dialog}
    </PageSection>
  )
}
