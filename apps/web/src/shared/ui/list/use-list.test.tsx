import { screen } from '@testing-library/react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { drawRoutes, project } from '../../../testing/draw.tsx'
import { ScopeProvider } from '../../session/scope-context.ts'
import { OneFilter } from './filters/one-filter.tsx'
import { listAddress, onePart, pageParts, type QueryOf, searchPart } from './list-address.ts'
import { ListPage } from './list-page.tsx'
import { useList } from './use-list.ts'

const COLOURS = ['red', 'blue'] as const
const SIZES = ['small', 'large'] as const
const things = listAddress({ search: searchPart, colour: onePart(COLOURS), size: onePart(SIZES), ...pageParts })

let network = Promise.resolve()
beforeEach(() => {
  network = Promise.resolve()
})

/** From now on answers stay away until the returned function is called. */
function slowDown(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  network = promise
  return resolve
}

async function loader({ request }: LoaderFunctionArgs): Promise<QueryOf<typeof things>> {
  await network
  return things.read(new URL(request.url).searchParams)
}

/** A list of several pages with two filters, which says what it shows. */
function Things() {
  const query = useLoaderData<typeof loader>()
  const navigate = useNavigate()
  const list = useList(things, query)
  return (
    <ListPage
      title="Things"
      help="audit"
      fields="name"
      filters={
        <>
          <OneFilter
            label="Colour"
            choices={COLOURS}
            nameOf={(colour) => colour}
            chosen={list.asked.colour}
            onChoose={(colour) => list.change({ colour })}
          />
          <OneFilter
            label="Size"
            choices={SIZES}
            nameOf={(size) => size}
            chosen={list.asked.size}
            onChoose={(size) => list.change({ size })}
          />
        </>
      }
      list={list}
      count={59}
      noun="thing"
      noMatch={{ title: '', text: '' }}
    >
      <p>{`Shown: ${things.write(query).toString()}`}</p>
      <button type="button" onClick={() => void navigate(-1)}>
        Back
      </button>
      <button
        type="button"
        onClick={() => {
          list.change({ colour: 'red' })
          list.change({ size: 'large' })
        }}
      >
        Large and red
      </button>
      <Link to="/elsewhere">Elsewhere</Link>
    </ListPage>
  )
}

async function draw() {
  const list = (
    <ScopeProvider value={project}>
      <Things />
    </ScopeProvider>
  )
  const user = drawRoutes([
    { path: '/', loader, element: list, HydrateFallback: () => null },
    { path: '/elsewhere', loader, element: <h1>Another page</h1> },
  ])
  const search = await screen.findByRole<HTMLInputElement>('searchbox')
  const choose = async (filter: string, choice: string) => {
    await user.click(screen.getByRole('button', { name: filter }))
    await user.click(screen.getByRole('option', { name: choice }))
  }
  return { user, search, choose }
}

const shown = (query: string) => screen.findByText(`Shown: ${query}`.trim())

test('two filters chosen while the network is slow are both applied', async () => {
  const { choose } = await draw()
  const answer = slowDown()
  await choose('Colour', 'red')
  await choose('Size', 'large')
  answer()
  expect(await shown('colour=red&size=large')).toBeTruthy()
})

test('two changes of one moment are both applied', async () => {
  const { user } = await draw()
  await user.click(screen.getByRole('button', { name: 'Large and red' }))
  expect(await shown('colour=red&size=large')).toBeTruthy()
})

test('the next page is that of the page last asked for', async () => {
  const { user } = await draw()
  const answer = slowDown()
  for (const page of ['1', '21']) {
    await screen.findByText(new RegExp(`^${page} - `))
    await user.click(screen.getByRole('button', { name: 'Go to next page' }))
  }
  answer()
  expect(await shown('page=3')).toBeTruthy()
})

test('a filter shows its choice before the list does', async () => {
  const { choose } = await draw()
  const answer = slowDown()
  await choose('Colour', 'red')
  expect(await screen.findByRole('button', { name: /^Colour.*1$/ })).toBeTruthy()
  expect(screen.getByText('Shown:')).toBeTruthy()
  answer()
  expect(await shown('colour=red')).toBeTruthy()
})

test('a filter chosen right after typing keeps the search, and the search keeps the filter', async () => {
  const { user, search, choose } = await draw()
  await user.type(search, 'edge')
  await choose('Colour', 'red')
  expect(await shown('search=edge&colour=red')).toBeTruthy()
})

test('what is typed while a filter is answered is a step of its own, so that Back leaves both', async () => {
  const { user, search, choose } = await draw()
  const answer = slowDown()
  await choose('Colour', 'red')
  await user.type(search, 'edge{Enter}')
  answer()
  await shown('search=edge&colour=red')
  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(await shown('')).toBeTruthy()
})

test('a search sent while another page is loading does not keep anybody here', async () => {
  const { user, search } = await draw()
  const answer = slowDown()
  await user.click(screen.getByRole('link', { name: 'Elsewhere' }))
  await user.type(search, 'edge{Enter}')
  answer()
  expect(await screen.findByRole('heading', { name: 'Another page' })).toBeTruthy()
})

test('clearing drops what was typed and not sent yet', async () => {
  const { user, search, choose } = await draw()
  await choose('Colour', 'red')
  await shown('colour=red')
  await user.type(search, 'edge')
  await user.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(await shown('')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('')
})

test('a cleared search comes back with the Back button', async () => {
  const { user, search, choose } = await draw()
  await user.type(search, 'edge{Enter}')
  await shown('search=edge')
  await choose('Colour', 'red')
  await shown('search=edge&colour=red')
  await user.click(screen.getByRole('button', { name: 'Clear all' }))
  await shown('')
  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(await shown('search=edge&colour=red')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('edge')
})

test('cleared filters come back with the Back button', async () => {
  const { user, choose } = await draw()
  await choose('Colour', 'red')
  await shown('colour=red')
  await user.click(screen.getByRole('button', { name: 'Clear all' }))
  await shown('')
  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(await shown('colour=red')).toBeTruthy()
})
