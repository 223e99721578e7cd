import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose IPv4 registry (RFC 6890 and its updates), multicast and reserved space. */
const SPECIAL_IPV4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT, and metadata services of some clouds
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // a cloud's host agent, on an address that looks public
  '169.254.0.0/16', // link-local, and metadata services
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarking
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
]

/**
 * Everything but 2000::/3, the only unicast space that is allocated (so loopback, mapped (::ffff:0:0/96), NAT64
 * (64:ff9b::/96), unique local, link-local and multicast addresses are excluded), and the special ranges inside
 * 2000::/3.
 */
const SPECIAL_IPV6 = [
  '::/3',
  '4000::/2',
  '8000::/1',
  '2001::/23', // protocol assignments: Teredo, benchmarking, ORCHID
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: any IPv4 address in disguise
  '3ffe::/16', // 6bone, returned
  '3fff::/20', // documentation
]

// One list each: a combined list also matches IPv4 addresses as mapped IPv6 ones.
const special4 = blockListOf('ipv4', SPECIAL_IPV4)
const special6 = blockListOf('ipv6', SPECIAL_IPV6)

function blockListOf(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}

/**
 * Whether this is a public internet address (without brackets). False for anything that is not an address or has a
 * zone.
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false
  const family = isIP(address)
  if (family === 4) return !special4.check(address, 'ipv4')
  return family === 6 && !special6.check(address, 'ipv6')
}
