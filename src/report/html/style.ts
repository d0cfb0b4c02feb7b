// How the page looks: one column that fits a phone, dark and light, printable. Colours of text keep a contrast of 4.5 : 1 or more.

export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --card: #f6f8fa;
  --good: #116329; --fair: #0550ae; --bad: #b3121d; --open: #7d4e00; --first: #0969da; --second: #9a6700; --mark: #ffd8d3; }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3; --soft: #9aa4af; --line: #30363d; --card: #161b22;
  --good: #56d364; --fair: #79c0ff; --bad: #ff9492; --open: #e3b341; --first: #58a6ff; --second: #d29922; --mark: #5d1a1c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin: 0 0 .3rem; }
a { color: var(--fair); } :focus-visible { outline: 3px solid var(--fair); outline-offset: 2px; }
.prose { white-space: pre-wrap; } .display { overflow-x: auto; overflow-y: hidden; margin: .6rem 0; } .katex { font-size: 1.1em; }
.claim header .scroll { overflow-y: hidden; }
code, pre, .terms { font-family: ui-monospace, monospace; font-size: .9rem; }
pre { overflow-x: auto; white-space: pre-wrap; background: var(--card); padding: .6rem; border-radius: .4rem; }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .15rem .7rem .15rem 0; vertical-align: top; }
.claim { border: 1px solid var(--line); border-left: .35rem solid var(--tone); border-radius: .4rem; background: var(--card);
  padding: .5rem .8rem; margin: .5rem 0; break-inside: avoid; }
.claim header { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: baseline; }
.verdict { color: var(--tone); font-weight: 600; } .place { color: var(--soft); font-size: .85rem; }
.claim p { margin: .3rem 0; } details { margin: .3rem 0; } summary { cursor: pointer; color: var(--fair); }
.proved, .verified { --tone: var(--good); } .supported { --tone: var(--fair); }
.refuted, .misfit { --tone: var(--bad); } .unreadable { --tone: var(--open); }
.matrices { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; margin: .5rem 0; }
.matrix { border-left: 2px solid var(--ink); border-right: 2px solid var(--ink); border-radius: .3rem; }
.matrix td { text-align: right; padding: .05rem .6rem; font-family: ui-monospace, monospace; }
.matrix .differs { background: var(--mark); font-weight: 700; }
figure { margin: 0; } caption { white-space: nowrap; } figcaption { color: var(--soft); font-size: .85rem; }
.fix del { color: var(--bad); }
.fix ins { text-decoration: none; font-weight: 600; color: var(--good); }
svg { max-width: 100%; height: auto; background: transparent; --plot-background: var(--card); }
@media print { body { max-width: none; } details::details-content { content-visibility: visible; display: block; } }
`;
