import { z } from 'zod'
import { as } from '../test-app.ts'
import { importFileOf } from './multipart-body.ts'
import type { WatchedApp } from './watched-app.ts'

export interface SentFile {
  content: string | Uint8Array
  fileName?: string
  contentType?: string
  way: 'multipart' | 'json'
}

export interface Answer {
  status: number
  text: string
  code: string | undefined
}

/** Sends a file over a socket. As a JSON body it goes to another project, so that its name is free both times. */
export async function sendFile(test: WatchedApp, { way, content, ...file }: SentFile): Promise<Answer> {
  const { contentType = 'application/json' } = file
  const { users, projects } = test.fixtures.stage
  const upload =
    way === 'multipart'
      ? importFileOf(content, { ...file, contentType })
      : { payload: Buffer.from(content), headers: { 'content-type': contentType } }
  const project = way === 'multipart' ? projects.default : projects.other
  const response = await fetch(`${test.address}/v1/clusterprofiles/import${way === 'multipart' ? '/file' : ''}`, {
    method: 'POST',
    body: new Uint8Array(upload.payload),
    headers: { ...as(users.tenantAdmin, project), ...upload.headers },
  })
  const text = await response.text()
  return { status: response.status, text, code: codeOf(text) }
}

const codeOf = (text: string) => z.object({ code: z.string() }).safeParse(JSON.parse(text)).data?.code
