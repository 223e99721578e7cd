import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address.ts'

const words = (...lines: string[]) => lines.flatMap((line) => line.split(' '))

describe('isPublicAddress', () => {
  it.each(
    words(
      '1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.0 172.32.0.1 198.20.0.1 223.255.255.255',
      '2001:4860:4860::8888 2606:4700::1111 2a00:1450:4001:80b::200e 2400:cb00::1',
    ),
  )('lets %s pass', (address) => expect(isPublicAddress(address)).toBe(true))

  it.each(
    words(
      '0.0.0.0 0.1.2.3 10.255.255.255 100.64.0.0 100.100.100.200 127.0.0.1 127.255.255.254 168.63.129.16',
      '169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1',
      '198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255',
    ),
  )('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each(
    words(
      ':: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 2001:2::1',
      '2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 3ffe::1 3fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254',
      'fe80::1 fec0::1 ff02::1 fe80::1%eth0 2606::1%1',
    ),
  )('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each(['', 'localhost', '[::1]', '127.1', '0x7f000001', '8.8.8.8 ', '8.8.8.8:443'])(
    'refuses %o, which is not an address',
    (text) => expect(isPublicAddress(text)).toBe(false),
  )

  it('refuses every IPv4 address disguised as an IPv6 one', () => {
    const wrappers = [(v4: string) => `::ffff:${v4}`, (v4: string) => `::${v4}`, (v4: string) => `64:ff9b::${v4}`]
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom(...wrappers), (v4, wrap) => {
        expect(isPublicAddress(wrap(v4))).toBe(false)
      }),
    )
  })
})
