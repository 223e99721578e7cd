import { classOf } from '../../../weigh/value-class.ts'
import { ifMade, isHeld, isMade, unlessOpen, type RuleGroup } from './rule.ts'

const HEADER =
  /(?<![\w-])(?:Bearer|Basic|Token|Splunk|ApiKey|Api-Key|GenieKey|SharedAccessSignature|Negotiate|NTLM)[ \t]{1,4}([\w.~+/=:|-]{8,2048})/gi
const HEADER_NAME =
  /(?<![\w-])((?:X-|Private-|Job-|Api-|Authorization|Proxy-|Cookie|PRIVATE-)[a-z\d-]{0,40})["']?[ \t]{0,4}:[ \t]{0,4}["']?(?!Bearer|Basic|Token)([^\s"'`,;]{6,1024})/gi
const SQL =
  /\b(?:IDENTIFIED[ \t]{1,8}(?:WITH[ \t]{1,8}\S{1,40}[ \t]{1,8})?BY(?=[ \t])|(?:ENCRYPTED[ \t]{1,8})?PASSWORD(?=[ \t=])|PASSWORD[ \t]{0,8}\()[ \t]{0,8}=?[ \t]{0,8}(?:PASSWORD[ \t]{1,8})?(["'])([^"'\r\n]{1,256})\1/gi
const XML = /<([\w.:-]{2,60})(?:[ \t][^<>]{0,200})?>([^<>\r\n]{2,512})<\/\1>/g
const XML_NAMED = /<[\w:.-]{2,60}[ \t]{1,8}(?:name|key|id)=["']([\w.-]{2,80})["'][^<>]{0,80}>([^<>\r\n]{2,512})<\//g
const XML_PAIR =
  /\b(?:name|key|id)[ \t]{0,4}=[ \t]{0,4}["']([\w.-]{2,80})["'][^<>]{0,80}?\bvalue[ \t]{0,4}=[ \t]{0,4}["']([^"'<>\r\n]{2,512})["']/g
/** Values without quotes. */
const SQL_BARE = /\bIDENTIFIED[ \t]{1,8}BY[ \t]{1,8}([^\s"';,()]{3,128})/gi
const SQL_NATIONAL = /\bPASSWORD[ \t]{0,8}=[ \t]{0,8}N'([^'\r\n]{2,256})'/gi
const XML_PROPERTY = /<name>\s{0,8}([\w.-]{2,120})\s{0,8}<\/name>\s{0,80}<value>([^<>\r\n]{2,512})<\/value>/g
/** Windows puts the value of a password into an element of its own. */
const XML_VALUE = /<\w{0,40}Password>\s{0,80}<Value>([^<>]{2,256})<\/Value>/g
const CALL = /(["'])([\w.-]{2,80})\1[ \t]{0,4},[ \t]{0,4}["']([^"'\r\n]{3,512})["']/g
const NAME_VALUE =
  /\b(?:name|key):[ \t]{0,4}["']?([\w.-]{2,80})["']?[ \t]{0,8}\r?\n[ \t#]{0,60}value:[ \t]{0,4}["']?([^\s"'#]{2,512})/gi

/** Without the brackets that close a call in code: `headers={"X-Api-Key": key})`. */
const ifMadeForHeader = ([, name = '', value = '']: RegExpMatchArray): string | undefined => {
  const word = /[({[]/.test(value) ? value : value.replace(/[)}\]]+$/, '')
  return isMade(name, word) ? word : undefined
}

/** A text without this matches none of the rules below. */
const MARKUP_SIGN =
  /bearer|basic|token[ \t]|splunk|api-?key|geniekey|signature|negotiate|ntlm|(?:x|private|job)-|api-|authorization|proxy-|cookie|identified|password[ \t=(]|<[\w/]|value[ \t]{0,4}[:=]|["'][ \t]{0,4},|N'/i

/** Secrets in headers, SQL, XML, code and lists of names and values. */
export const MARKUP_RULES: RuleGroup = {
  sign: MARKUP_SIGN,
  rules: [
    {
      pattern: HEADER,
      sign: /bearer|basic|token[ \t]|splunk|api-?key|geniekey|signature|negotiate|ntlm/i,
      pick: ([, value = '']) => (isHeld(value) ? value : undefined),
    },
    { pattern: HEADER_NAME, sign: /(?:x|private|job|api)-|authorization|proxy-|cookie/i, pick: ifMadeForHeader },
    { pattern: SQL, sign: /identified|password[ \t=(]/i, pick: unlessOpen },
    { pattern: SQL_BARE, sign: /identified/i, pick: unlessOpen },
    { pattern: SQL_NATIONAL, sign: /N'/, pick: unlessOpen },
    { pattern: XML_PROPERTY, sign: /<name>/, pick: ifMade },
    { pattern: XML, sign: /<\//, pick: ifMade },
    { pattern: XML_PAIR, sign: /\bvalue[ \t]{0,4}=/, pick: ifMade },
    { pattern: XML_NAMED, sign: /<\//, pick: ifMade },
    { pattern: XML_VALUE, sign: /Password>/, pick: unlessOpen },
    { pattern: NAME_VALUE, sign: /value:/i, pick: ifMade },
    {
      pattern: CALL,
      sign: /["'][ \t]{0,4},/,
      pick: ([, , name = '', value = '']) => (isMade(name, value) && classOf(value) !== 'name' ? value : undefined),
    },
  ],
}
