import { SourceError } from '@waybill/pack-sources'
import { anyCharacter } from '@waybill/test-data'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEndpoint, checkEndpointResolved } from './endpoint.ts'

const forbidden = expect.objectContaining({ fault: 'forbidden-url' })
const check = (address: string, ...allowedHosts: string[]) => checkEndpoint(address, allowedHosts).href

function protocolOrFault(address: string): string {
  try {
    return checkEndpoint(address, []).protocol
  } catch (error) {
    return error instanceof SourceError ? error.fault : String(error)
  }
}
const passes = (address: string) => protocolOrFault(address) !== 'forbidden-url'

describe('checkEndpoint', () => {
  it.each([
    'https://registry.example.com/',
    'https://registry.example.com/base/path?archive=1',
    'https://registry.example.com:443/',
    'https://8.8.8.8/v2/',
    'https://[2606:4700::1111]/',
    'https://bücher.example.com/',
  ])('accepts %s', (address) => expect(check(address)).toBe(new URL(address).href))

  it('requests a name with a trailing dot without it', () =>
    expect(check('https://registry.example.com./v2/')).toBe('https://registry.example.com/v2/'))

  it.each([
    [
      'another scheme',
      ['file:///etc/hostname', 'ftp://a.example.com/', 'ws://a.example.com/', 'javascript:1', 'data:,x'],
    ],
    ['plain http', ['http://registry.example.com/', 'http://registry.example.com:443/', 'HTTP://8.8.8.8/']],
    ['another port', ['https://a.example.com:22/', 'https://a.example.com:8443/', 'https://a.example.com:80/']],
    ['a port that is none', ['https://a.example.com:0/', 'https://a.example.com:70000/', 'https://a.example.com:x/']],
    [
      'a user name',
      ['https://u:p@a.example.com/', 'https://u@a.example.com/', 'https://@a.example.com/', 'https://:@8.8.8.8/'],
    ],
    ['a fragment', ['https://a.example.com/#x', 'https://a.example.com/#', 'https://8.8.8.8#@a.example.com/']],
    ['a backslash', ['https://a.example.com\\', 'https://8.8.8.8\\@a.example.com/', 'https:\\\\a.example.com/']],
    [
      'a blank',
      [' https://a.example.com/', 'https://a.example.com/ ', 'https://a b.example.com/', 'https://a.example.com/\tx'],
    ],
    ['a control character', ['https://a.example.com/\r\nx: 1', 'https://a.example\0.com/', 'ht\ntps://a.example.com/']],
    [
      'missing slashes',
      ['//a.example.com/', 'https:/a.example.com/', 'https:a.example.com', 'https:///a.example.com/', 'a.example.com'],
    ],
    ['no host', ['', 'https://', 'https:///', 'https://?', 'https://./', 'https://../', 'https://a.example.com../']],
    [
      'a private address',
      ['https://127.0.0.1/', 'https://10.1.2.3/', 'https://169.254.169.254/', 'https://[::1]/', 'https://[fd00::1]/'],
    ],
    [
      'an address in disguise',
      [
        'https://0x7f.1/',
        'https://0177.1/',
        'https://127.1/',
        'https://2130706433/',
        'https://0/',
        'https://127.0.0.1./',
      ],
    ],
    [
      'an address in other digits',
      ['https://１２７.0.0.1/', 'https://①⑦②.⑯.0.1/', 'https://127。0。0。1/', 'https://127%2e0%2e0%2e1/'],
    ],
    [
      'IPv4 within IPv6',
      ['https://[::ffff:10.0.0.1]/', 'https://[64:ff9b::a00:1]/', 'https://[2002:a00:1::]/', 'https://[fe80::1%25lo]/'],
    ],
    [
      'a private name',
      ['https://localhost/', 'https://LOCALHOST./', 'https://a.localhost/', 'https://db/', 'https://ｌocalhost/'],
    ],
    [
      'a name of a cluster or a site',
      [
        'https://a.default.svc/',
        'https://a.b.svc.cluster.local/',
        'https://a.internal/',
        'https://a.lan/',
        'https://a.home.arpa/',
      ],
    ],
    ['no length that is sane', [`https://a.example.com/${'x'.repeat(9_000)}`]],
  ])('refuses %s', (_, addresses) => {
    expect(addresses.filter(passes)).toEqual([])
  })

  it.each(['localhost:5000', '127.0.0.1:5000', '[::1]:5000', 'registry:5000', 'Registry.LAN:5000'])(
    'accepts %s once the operator allowed it, over plain HTTP as well',
    (entry) => {
      expect(check(`http://${entry}/v2/`, entry)).toBe(`http://${entry.toLowerCase()}/v2/`)
      expect(check(`https://${entry}/v2/`, entry)).toBe(`https://${entry.toLowerCase()}/v2/`)
    },
  )

  it('recognises an allowed host by its default port', () => {
    expect(check('https://registry.lan/', 'registry.lan:443')).toBe('https://registry.lan/')
    expect(check('http://registry.lan/', 'registry.lan:80')).toBe('http://registry.lan/')
  })

  it.each([
    ['http://localhost:5001/', 'localhost:5000'],
    ['http://127.0.0.1:5000/', 'localhost:5000'],
    ['http://127.0.0.2:5000/', '127.0.0.1:5000'],
    ['http://a.localhost:5000/', 'localhost:5000'],
    ['http://registry.lan/', 'registry.lan:443'],
    ['https://registry.lan/', 'registry.lan:80'],
    ['http://u:p@localhost:5000/', 'localhost:5000'],
    ['http://localhost:5000/#', 'localhost:5000'],
    ['ftp://localhost:5000/', 'localhost:5000'],
    ['http://localhost:5000/', 'not a host:99999'],
  ])('refuses %s if only %s is allowed', (address, entry) => {
    expect(() => check(address, entry)).toThrow(forbidden)
  })

  it('answers any text with an https URL or a refusal', () => {
    const texts = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 40 }),
      fc.webUrl({ withFragments: true }),
      fc.ipV4Extended(),
      fc.ipV6(),
    )
    const prefixed = fc
      .tuple(fc.constantFrom('', 'https://', 'http://', '//', 'https:'), texts)
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(prefixed, (address) => {
        expect(protocolOrFault(address)).toMatch(/^https:$|^forbidden-url$/)
      }),
    )
  })
})

describe('checkEndpointResolved', () => {
  const resolveTo =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  const endpoint = 'https://registry.example.com/'

  it('accepts a name that has only public addresses', async () => {
    const url = await checkEndpointResolved(endpoint, [], resolveTo('8.8.8.8', '2606:4700::1111'))
    expect(url.href).toBe(endpoint)
  })

  it.each([['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['8.8.8.8', '::1']])(
    'refuses a name of %s %s',
    async (...addresses) => {
      await expect(checkEndpointResolved(endpoint, [], resolveTo(...addresses))).rejects.toThrow(forbidden)
    },
  )

  it('accepts a name that does not resolve at the moment', async () => {
    const url = await checkEndpointResolved(endpoint, [], () => Promise.reject(new Error('no such name')))
    expect(url.href).toBe(endpoint)
  })

  it('accepts any address of an allowed host', async () => {
    const url = await checkEndpointResolved('http://registry.lan:5000/', ['registry.lan:5000'], resolveTo('10.0.0.1'))
    expect(url.href).toBe('http://registry.lan:5000/')
  })
})
