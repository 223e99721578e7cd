import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { sharedPath } from './shared-data.ts'

export interface Redirect {
  status: number
  location: string
}

/** URLs that Waybill must not call, and redirects to such URLs. */
export interface ForbiddenAddresses {
  urls: readonly string[]
  redirects: readonly Redirect[]
}

/** Ways to write the loopback address. */
const LOOPBACK = ['127.0.0.1', '127.1', '0', '0177.0.0.1', '0x7f000001', '2130706433', '[::1]', '[::ffff:7f00:1]']
/** Addresses reachable only from within a site or a cloud. */
const INSIDE = [
  '10.1.2.3',
  '172.31.255.254',
  '192.168.178.1',
  '100.127.0.1',
  '169.254.169.254',
  '198.19.0.1',
  '192.0.0.8',
  '0.1.2.3',
  '224.0.0.251',
  '239.1.1.1',
  '240.0.0.1',
  '255.255.255.255',
  '[fc00::1]',
  '[fdaa:bbcc::1]',
  '[fe80::1]',
  '[ff02::1]',
  '[::ffff:10.0.0.1]',
  '[64:ff9b::a00:1]',
  '[2002:a00:1::]',
  '[2001:db8::1]',
]
/** Names that resolve only in an internal network. */
const NAMES = ['localhost', 'db.localhost', 'LocalHost.', 'metadata.google.internal', 'api.default.svc', 'postgres']
/** Not HTTP, not a URL at all, or ambiguous. */
const ODD = [
  'file:///etc/hostname',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:70/',
  'data:text/yaml,a',
  'javascript:0',

  'ldap://127.0.0.1/',
  'unix:/var/run/docker.sock',
  'ws://127.0.0.1/',
  '//10.0.0.1/',
  'http:/10.0.0.1/',
  '/index.yaml',
  'http://',
  'http://registry example/',
  'http://127.0.0.1:70000/',
  'http://a@b@127.0.0.1/',
  'http://[::1/',
  'http://registry.example@10.0.0.1/',
  'http://10.0.0.1#@registry.example/',
  'http://10.0.0.1\\@registry.example/',

  'http://１０.0.0.1/',
  'http://127。0。0。1/',
  'http://①⓪.0.0.1/',
  'http://%31%30.0.0.1/',
  'http://10.0.0.1\r\nx: y/',
]
const PLACES = ['http://127.0.0.1:9/', 'http://10.0.0.1/', 'https://192.168.0.1/', '//[::1]/', 'file:///etc/hostname']
const STATUSES = [301, 302, 303, 307, 308]

const OWN: ForbiddenAddresses = {
  urls: [...[...LOOPBACK, ...INSIDE, ...NAMES].map((host) => `http://${host}/`), ...ODD],
  redirects: STATUSES.flatMap((status) => PLACES.map((location) => ({ status, location }))),
}

const schema = z.object({
  urls: z.array(z.string()),
  redirects: z.array(z.object({ status: z.int(), location: z.string() })),
})

/** Our own cases, and those of others if they are next to the checkout. */
export function forbiddenAddresses(): ForbiddenAddresses {
  const path = sharedPath('security/vectors/ssrf-urls.json')
  if (path === undefined) return OWN
  const { urls, redirects } = schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  return { urls: [...new Set([...OWN.urls, ...urls])], redirects: [...OWN.redirects, ...redirects] }
}
