/** The page's style sheet: the reader's own fonts, and light or dark as the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #fff; --line: #d9dde3; --text: #1c2129; --soft: #57606a;
  --red: #b42318; --red-ground: #fdeceb; --amber: #8a5300; --amber-ground: #fdf3df; --green: #1a6b3a;
  --green-ground: #e7f5ec; --blue: #0b57a4; --code: #eef0f3; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171c; --card: #1d2128; --line: #363c46; --text: #e6e9ee;
  --soft: #a0a9b5; --red: #ff9b92; --red-ground: #43201d; --amber: #f0c274; --amber-ground: #3b2e14; --green: #86d6a3;
  --green-ground: #17351f; --blue: #8ebdf2; --code: #282d36; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 74rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
h3 { font-size: 1rem; margin: 0; display: inline; overflow-wrap: anywhere; } p { margin: .4rem 0; }
a { color: var(--blue); }
header { border-left: .4rem solid var(--green); padding: .2rem 0 .2rem .9rem; }
header.bad { border-color: var(--red); } header p { color: var(--soft); margin: .2rem 0 0; }
code, pre { font-family: ui-monospace, monospace; font-size: .88em; background: var(--code); border-radius: 4px; }
code { padding: .05em .3em; overflow-wrap: break-word; } pre { padding: .7rem .9rem; overflow-x: auto; margin: .5rem 0; }
pre code { padding: 0; font-size: 1em; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--soft); white-space: nowrap; } td.number, th.number { text-align: right; }
tbody th { color: inherit; font-weight: 500; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; margin: .7rem 0; }
details.card { padding: .5rem 1rem; margin: .4rem 0; }
.card.blocks { border-left: .3rem solid var(--red); } .card.advice { border-left: .3rem solid var(--amber); }
summary { cursor: pointer; } details > summary + * { margin-top: .5rem; } .help { margin-top: .5rem; }
.pill { display: inline-block; border-radius: 99px; padding: 0 .6em; font-size: .8rem; white-space: nowrap;
  background: var(--code); color: var(--soft); }
.pill.blocks, .pill.critical, .pill.high { background: var(--red-ground); color: var(--red); }
.pill.advice, .pill.medium, .pill.excepted { background: var(--amber-ground); color: var(--amber); }
.pill.kept { background: var(--green-ground); color: var(--green); }
.found, .required { display: inline-block; min-width: 8rem; overflow-wrap: anywhere; }
.found { color: var(--red); } .required { color: var(--green); } .soft { color: var(--soft); }
.path { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem .4rem; margin: .3rem 0 0; padding: 0; }
.path li + li::before { content: "→ "; color: var(--soft); }
.filter { display: flex; flex-wrap: wrap; gap: .3rem 1rem; border: 0; padding: 0; margin: .8rem 0; }
.filter legend { float: left; color: var(--soft); padding: 0 .6rem 0 0; } .filter label { cursor: pointer; }
@media print { .filter { display: none; } .card { break-inside: avoid; } }
`;
