// How the page looks: one column that fits a phone, dark and light, printable. Colours of text keep a contrast of 4.5 : 1 or more.

export const STYLE = `
:root { color-scheme: light dark; --paper: #fdfdfc; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4; --card: #fff; --well: #f4f6f8;
  --good: #116329; --fair: #0550ae; --bad: #b3121d; --open: #7d4e00; --first: #0969da; --second: #9a6700; --mark: #ffd8d3;
  --shadow: 0 1px 2px rgb(27 31 36 / 8%); }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3; --soft: #9aa4af; --line: #30363d; --card: #151b23; --well: #0d1117;
  --good: #56d364; --fair: #79c0ff; --bad: #ff9492; --open: #e3b341; --first: #58a6ff; --second: #d29922; --mark: #5d1a1c; --shadow: none; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 54rem; padding: clamp(1rem, 4vw, 2.5rem); background: var(--paper); color: var(--ink);
  font: 1.03rem/1.65 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -.015em; margin: 0 0 .6rem; }
h2 { font-size: 1.25rem; margin: 2.8rem 0 .8rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 0; } h3.title { font-size: 1.15rem; margin: 1.4rem 0 .2rem; }
a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--fair); outline-offset: 2px; border-radius: .2rem; }
.tally { display: flex; flex-wrap: wrap; gap: .4rem .5rem; align-items: center; margin: 0; padding: 0; list-style: none; }
.verdict, .tally li { display: inline-block; white-space: nowrap; font-size: .85rem; font-weight: 650; line-height: 1.5; color: var(--tone);
  padding: .05rem .6rem; border: 1px solid var(--tone); border-radius: 1rem; }
.shares { display: flex; gap: 2px; height: .45rem; margin: .8rem 0 .4rem; } .shares span { flex: var(--share); background: var(--tone); border-radius: .2rem; }
.seed, .place { color: var(--soft); font-size: .85rem; }
.failing ul { list-style: none; margin: 0 0 1rem; padding: 0; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); }
.failing li { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; padding: .4rem .9rem; } .failing li + li { border-top: 1px solid var(--line); }
.gap { display: block; height: .8rem; } .item::before { content: "\\A• "; white-space: pre; color: var(--soft); }
.display { overflow-x: auto; overflow-y: hidden; margin: .9rem 0 .3rem; } .katex { font-size: 1.1em; } .katex-display { margin: .3em 0; }
.claim header .scroll { overflow-y: hidden; }
code, pre { font-family: ui-monospace, monospace; font-size: .86rem; }
pre { overflow-x: auto; white-space: pre-wrap; background: var(--well); border: 1px solid var(--line); padding: .6rem .8rem; border-radius: .5rem; line-height: 1.5; }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .2rem .9rem .2rem 0; vertical-align: top; } th { white-space: nowrap; }
.claim { border: 1px solid var(--line); border-left: .3rem solid var(--tone); border-radius: .6rem; background: var(--card); box-shadow: var(--shadow);
  padding: .6rem 1rem; margin: .5rem 0 1.1rem; break-inside: avoid; scroll-margin-top: 1rem; }
.claim:target { outline: 2px solid var(--tone); }
.claim header { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: baseline; } .claim .place { margin-left: auto; }
.claim p { margin: .45rem 0; } .given { color: var(--soft); font-size: .92rem; } .problem { margin-bottom: .3rem; } .note { border-left: 3px solid var(--open); padding-left: .6rem; }
details { margin: .35rem 0; } summary { cursor: pointer; color: var(--fair); font-size: .92rem; width: fit-content; }
details > :not(summary) { margin-left: .2rem; }
.proved, .verified { --tone: var(--good); } .supported { --tone: var(--fair); }
.refuted, .misfit { --tone: var(--bad); } .unreadable { --tone: var(--open); }
.matrices { display: flex; flex-wrap: wrap; gap: .6rem 1.4rem; align-items: center; margin: .5rem 0; }
.matrices figure { display: flex; align-items: center; gap: .5rem; } .matrices figcaption { color: var(--ink); font-size: 1rem; white-space: nowrap; }
.matrix { --tick: linear-gradient(currentColor, currentColor); background: var(--tick) left top / .35rem 1.5px no-repeat, var(--tick) left bottom / .35rem 1.5px no-repeat,
  var(--tick) right top / .35rem 1.5px no-repeat, var(--tick) right bottom / .35rem 1.5px no-repeat; border-inline: 1.5px solid currentColor; }
.matrix td { text-align: right; padding: .05rem .6rem; font-family: ui-monospace, monospace; font-size: .95rem; }
.matrix .differs { background: linear-gradient(var(--mark), var(--mark)) center / calc(100% - .5rem) calc(100% - .25rem) no-repeat; font-weight: 700; }
.unequal { font-size: 1.3rem; color: var(--bad); }
figure { margin: 0; } figcaption { color: var(--soft); font-size: .85rem; line-height: 1.5; }
.fix { border: 1px solid var(--good); border-radius: .5rem; padding: .45rem .8rem; margin: .6rem 0; }
.fix p, .fix ul { margin: .2rem 0; } .fix ul { list-style: none; padding: 0; color: var(--soft); font-size: .92rem; } .fix strong { color: var(--good); }
.fix del { color: var(--bad); } .fix ins { text-decoration: none; color: var(--good); } .fix ins.scroll { display: block; color: var(--ink); overflow-y: hidden; padding: .2rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .5rem 1rem; align-items: baseline; } dd { margin: 0; color: var(--soft); font-size: .95rem; }
footer h2 { font-size: 1.05rem; }
svg { max-width: 100%; height: auto; background: transparent; --plot-background: var(--card); }
@media (max-width: 32rem) { dl { grid-template-columns: 1fr; gap: .1rem; } dd { margin-bottom: .6rem; } .claim { padding: .5rem .7rem; } .claim .place { margin-left: 0; } }
@media print { body { max-width: none; padding: 0; } .claim { box-shadow: none; } .matrix, .matrix td, .shares span { -webkit-print-color-adjust: exact; print-color-adjust: exact; } details::details-content { content-visibility: visible; display: block; } }
`;
