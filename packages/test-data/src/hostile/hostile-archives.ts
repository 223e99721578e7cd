import { gzipSync } from 'node:zlib'
import { refused, type HostileFile } from './hostile-file.ts'
import { profile } from './hostile-profile.ts'

const NOT_TAKEN = { status: 415, code: 'UnsupportedMedia' }
const gzip = { ...NOT_TAKEN, fileName: 'profile.json.gz', contentType: 'application/gzip' }
const zip = { ...NOT_TAKEN, fileName: 'profile.zip', contentType: 'application/zip' }

/** Just enough of a ZIP file to be recognised: one stored entry. */
function zipOf(name: string, content: string): Uint8Array {
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004', 'latin1')
  head.writeUInt32LE(content.length, 18)
  head.writeUInt32LE(content.length, 22)
  head.writeUInt16LE(name.length, 26)
  return new Uint8Array(Buffer.concat([head, Buffer.from(name + content, 'latin1')]))
}

const LINK = '2'

/** A tar entry that links to another place. */
function tarLink(name: string, target: string): Buffer {
  const head = Buffer.alloc(512)
  head.write(name)
  head.write('0000777\0', 100)
  head.write('00000000000\0', 124)
  head.write(`        ${LINK}${target}`, 148)
  head.write('ustar\u000000', 257)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return head
}

/** Archives, which an import never opens. */
export const ARCHIVES: readonly HostileFile[] = [
  refused('a profile in gzip', () => gzipSync(profile()), gzip),
  refused('gzip in gzip', () => gzipSync(gzipSync(profile())), gzip),
  refused('gzip of 64 MiB of zeros', () => gzipSync(new Uint8Array(64 * 1024 * 1024)), gzip),
  refused(
    'tar with links to elsewhere',
    () => gzipSync(Buffer.concat([tarLink('in', '/etc'), tarLink('in/passwd', '../..')])),
    gzip,
  ),
  refused('ZIP with a path from the root', zipOf('/etc/cron.d/own', profile()), zip),
  refused('ZIP with a path upwards', zipOf('../../profile.json', profile()), zip),
]
