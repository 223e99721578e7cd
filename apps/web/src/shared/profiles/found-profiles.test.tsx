import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw, project } from '../../testing/draw.tsx'
import { serve } from '../../testing/server.ts'
import { FoundProfiles } from './found-profiles.tsx'

test('profiles to choose from are requested sorted by name', async () => {
  const sent = serve({ 'POST /v1/dashboard/clusterprofiles': () => Response.json({ items: [] }) })
  draw(
    <FoundProfiles scope={project} search="web">
      {() => null}
    </FoundProfiles>,
  )
  await screen.findByText('No profile matches.')
  expect(sent[0]?.body).toEqual({ filter: { search: 'web' }, sort: [{ field: 'profileName', order: 'asc' }] })
})
