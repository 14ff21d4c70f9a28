import { BAND_COLOURS, DARK_BAND_COLOURS, hex, mix, NEW, RETURNING, type Rgb, SHADES, textOn } from "../colours.ts";
import { FORCED_COLOURS } from "./forced-colours.ts";
import { PRINT } from "./print.ts";

const WHITE: Rgb = [255, 255, 255];
const NIGHT: Rgb = [24, 28, 34];
const DEEP_BLUE: Rgb = [17, 76, 140];
const LIGHT_BLUE: Rgb = [125, 186, 240];

/** Colours of cells by their shade, from the page's own colour to a strong one, with text that stands out on each. */
function shades(page: Rgb, strong: Rgb): string {
  return Array.from({ length: SHADES }, (_, index) => {
    const colour = mix(page, strong, ((index + 1) / SHADES) ** 0.85);
    return `.shade-${index + 1}{background:${hex(colour)};color:${textOn(colour)}}`;
  }).join("\n");
}

function bands(colours: readonly Rgb[]): string {
  return colours
    .map((colour, band) => {
      const [fill, text] = [hex(colour), textOn(colour)];
      return `.band-${band} rect,path.band-${band},.chip.band-${band}{fill:${fill};background:${fill}} .band-${band} text{fill:${text}} .first .band-${band}{border-left-color:${fill}}`;
    })
    .join("\n");
}

const DARK = `
:root{color-scheme:dark;--page:#181c22;--card:#20262e;--ink:#e8eaed;--soft:#b3bac4;--line:#3a424d;--accent:#7dbaf0;
--bar:#7dbaf0;--bar-2:#4d7fae;--bar-3:#c9b28a;--curve:#7dbaf0;--range:#2f4a66;--mark:#f0b26b;--hatch:#181c22;--whisker:#5a8fc6}
${shades(NIGHT, LIGHT_BLUE)}
${bands(DARK_BAND_COLOURS)}`;

/**
 * The page's only style sheet. It has no values from data. Light and dark by the reader's own setting, one column on a
 * phone, black on white in print.
 */
export const STYLESHEET = `
:root{color-scheme:light;--page:#ffffff;--card:#f5f6f8;--ink:#1b1f24;--soft:#565e69;--line:#d5d9df;--accent:#114c8c;
--bar:${hex(RETURNING)};--bar-2:#9cc3e6;--bar-3:${hex(NEW)};--curve:#114c8c;--range:#cfe0f1;--mark:#8f4a06;--hatch:#ffffff;--whisker:#5a8fc6}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
main,header,footer,nav{max-width:70rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:1.25rem}
main nav{padding:0}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.01em;text-wrap:balance}
header p{margin:0 0 .3rem;max-width:none}
h2{font-size:1.4rem;line-height:1.25;margin:3.5rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line);letter-spacing:-.005em;text-wrap:balance}
h3{font-size:1.06rem;line-height:1.35;margin:0 0 .2rem;text-wrap:balance}
p{margin:.3rem 0 .8rem;max-width:46rem;text-wrap:pretty}
a{color:var(--accent)}
bdi{overflow-wrap:anywhere}
.scroll bdi{overflow-wrap:normal}
.soft,figcaption p,.note-list,.legend{color:var(--soft)}
figcaption p,.legend,.small{font-size:.9rem}
.lead{font-size:1.16rem;line-height:1.5;max-width:52rem;margin:1rem 0 0}
.stake{border-left:.3rem solid var(--mark);padding:.1rem 0 .1rem .9rem;max-width:52rem;margin:1rem 0 0}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem 1rem;z-index:2}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
header .under,header .trend{margin:.2rem 0 0;color:var(--soft);font-size:.95rem;line-height:1.45}header .trend{display:none}
.first{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:.75rem;list-style:none;margin:1rem 0 0;padding:0}
.first li{background:var(--card);border-left:.35rem solid var(--line);border-radius:.3rem .5rem .5rem .3rem;padding:.6rem .9rem .7rem;min-width:0;display:flex;flex-direction:column}
.first .band-none{border-left-color:var(--mark)}.first h3{font-size:1rem}
.first p{margin:.1rem 0 .3rem;font-size:.95rem;line-height:1.4}
.first .big{font-size:1.5rem;font-weight:650;line-height:1.25;margin:0;font-variant-numeric:tabular-nums}
.first .do{font-weight:600}
.first+p{margin:.4rem 0 0;max-width:none}
.command{user-select:all;-webkit-user-select:all;cursor:copy;align-self:flex-start;margin-top:auto;max-width:100%;background:var(--page);border:1px solid var(--line);border-radius:.25rem;padding:.2rem .45rem;font:.82rem/1.4 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.command span{display:inline-block;max-width:100%}
.now{display:grid;grid-template-columns:minmax(0,1.3fr) minmax(0,1fr);gap:0 2.5rem}
.now .figure{margin-top:1.25rem}
.now figcaption p{margin:0 0 .3rem}
.now>section>.small{margin:0 0 .4rem}.now .year{margin:.1rem 0 .2rem;font-size:.95rem;line-height:1.4;font-weight:600}
.tiles{display:grid;grid-template-columns:1fr 1fr;gap:0 .6rem;margin:0;padding:0}
.tiles>div{background:var(--card);border-radius:.5rem;padding:.5rem .8rem .6rem;margin:0 0 .6rem;min-width:0;display:grid;grid-row:span 4;grid-template-rows:subgrid;grid-template-columns:minmax(0,1fr)}
.tiles dt{color:var(--soft);font-size:.85rem}.tiles dd{margin:0}
.tiles .big{font-size:1.3rem;line-height:1.35;font-weight:650;font-variant-numeric:tabular-nums}
.tiles .change{font-size:.82rem;line-height:1.4;color:var(--soft)}
.tiles .change>span{display:block}
.spark{margin:.1rem 0 .25rem}
.spark .past{fill:var(--bar-2)}.spark .now{fill:var(--curve)}
.beside{display:flex}
.beside .plot{flex:1;min-width:0}
.beside .side{flex:none}
.legend.narrow-legend{display:none}svg text.named{fill:var(--ink)}
.whole{white-space:nowrap}.ground{fill:var(--page)}
.outlined{paint-order:stroke;stroke:var(--page);stroke-width:3px;stroke-linejoin:round}
.stack{stroke:var(--page);stroke-width:1.5;vector-effect:non-scaling-stroke}
.kicker{font-size:1.06rem;margin:1.25rem 0 0;border:0;padding:0}
nav{margin-top:1.75rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:.2rem 0 0;padding:0;font-size:.92rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(27rem,100%),1fr));gap:0 2rem}
.triple{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr));gap:0 2rem}
.triple>.figure{grid-row:span 3}
.triple>figure{display:grid;grid-template-rows:subgrid;grid-template-columns:minmax(0,1fr)}
.plain{max-width:46rem}
.figure{margin:1.5rem 0 0;min-width:0}
.figure figcaption p{margin:.1rem 0 .6rem}
.instead{background:var(--card);border-radius:.5rem;padding:1rem 1.2rem;align-self:start}
.instead p{margin:0}.plot{display:flex}
.plot .axis{flex:none}
.plot .area{flex:1;min-width:0;overflow:visible}
svg{display:block}
svg.rate{width:6rem;height:.8rem;margin-top:.3rem}
svg text{font-size:12px;fill:var(--soft);font-variant-numeric:tabular-nums}
.grid{stroke:var(--line);stroke-width:1}
.bar,.kept{fill:var(--bar)}.back{fill:var(--bar-2)}.new{fill:var(--bar-3)}.hatch{fill:url(#hatching)}
.hatch-line{stroke:var(--hatch);stroke-width:3}
.partial-band{fill:url(#hatching-soft)}
.hatch-soft{stroke:var(--line);stroke-width:2}
.curve{fill:none;stroke:var(--curve);stroke-width:2.5;vector-effect:non-scaling-stroke}
.ribbons table{width:100%;max-width:56rem;table-layout:fixed}
.ribbons th:nth-child(odd):nth-child(-n+3){width:27%}
.ribbons th:nth-child(2){width:20%}
.ribbons td:nth-child(2){min-width:3rem}
.ribbons th,.ribbons td{vertical-align:middle}
.one-cohort{fill:none;stroke:var(--bar-2);stroke-width:1.25;vector-effect:non-scaling-stroke}
.even{fill:none;stroke:var(--soft);stroke-width:1.5;stroke-dasharray:5 5;vector-effect:non-scaling-stroke}
.range{fill:var(--range)}.dot{fill:var(--curve)}
.halo{stroke:var(--page);stroke-width:4;stroke-opacity:.85}
.mark{stroke:var(--mark);stroke-width:2;stroke-dasharray:5 3}
.whisker{stroke:var(--whisker);stroke-width:4}
svg text.marked{fill:var(--mark);font-weight:650}
svg text.in-range{paint-order:stroke;stroke:var(--range);stroke-width:.6em;stroke-linejoin:round}
.chip{display:inline-block;width:.8em;height:.8em;border-radius:.15em;margin:0 .4em 0 0;border:1px solid rgba(128,128,128,.5)}
.chip.kept{background:var(--bar)}.chip.back{background:var(--bar-2)}.chip.new{background:var(--bar-3)}
.chip.part{background:repeating-linear-gradient(45deg,var(--soft) 0 2px,transparent 2px 5px)}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;list-style:none;margin:.4rem 0 0;padding:0}
.scroll{position:relative;overflow-x:auto;margin:.5rem 0 0}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:.3rem .7rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600}
thead th{vertical-align:bottom;color:var(--soft)}
tbody th{font-weight:500}
.text{text-align:left}.number{text-align:right}
td.number{white-space:nowrap}
.shaded th,.shaded td{padding:.3rem .5rem;border:1px solid var(--page)}
.shaded td{text-align:right;min-width:2.6rem}
.shaded thead th{text-align:right}.shaded thead th.text{text-align:left}
.shaded .sub{display:block;font-size:.8rem}
.shaded tbody th{white-space:nowrap}
.shaded .quiet{color:var(--soft);background:var(--card)}
.shaded .partial{background-image:repeating-linear-gradient(45deg,transparent 0 5px,rgba(128,128,128,.28) 5px 7px)}
.shaded td.edge-top{border-top:3px solid var(--ink)}
.shaded td.edge-left{border-left:3px solid var(--ink)}
.shape{display:inline-block;vertical-align:-1px;flex:none}
.shape path,.share rect,.rate rect,.ribbon .band-2{stroke:var(--soft);stroke-width:.6}
.rate rect,.ribbon path{vector-effect:non-scaling-stroke}
:is(th,td):has(>.shape){padding-left:1rem;text-indent:-1rem}
.shaded .shape path{stroke:currentColor;stroke-width:1}
.share{margin:.15rem 0 .1rem}
#segment-map td.text{min-width:8rem}
#segment-map table{width:100%}
#segment-map tbody th,.actions tbody th,.ribbons tbody th,.ribbons tbody td{white-space:nowrap}
#segment-map bdi,.actions bdi,.ribbons bdi{white-space:normal}
#segment-map tbody th{width:13rem}.actions tbody th{width:10.5rem}
.switch{border:0;margin:.3rem 0 .5rem;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.95rem}
.switch legend{float:left;margin:0 .6rem 0 0;padding:0;color:var(--soft)}
.switch input{accent-color:var(--accent);margin:0 .2rem 0 0;width:1.1em;height:1.1em;vertical-align:-.15em}
.view h4{margin:.6rem 0 0;font-size:.95rem}
@supports selector(:has(*)){@media screen{
.switch~.views .view,.view h4{display:none}
figure:has(#show-customers:checked) .views #grid-customers,figure:has(#show-revenue:checked) .views #grid-revenue,figure:has(#show-average:checked) .views #grid-average{display:block}
}}
#cohort-triangle .shaded :is(th,td){padding-left:.32rem;padding-right:.32rem}
#score-grid .shaded{width:100%;max-width:52rem;table-layout:fixed}
#score-grid .shaded td,#score-grid .shaded thead th{text-align:left}
#score-grid .shaded td{height:3.4rem}
#score-grid .group{display:block;font-size:.74rem;line-height:1.3;min-height:1.1em}
#score-grid .sub{display:inline}.shade-0{color:var(--soft)}
${shades(WHITE, DEEP_BLUE)}
${bands(BAND_COLOURS)}
.turned{writing-mode:vertical-rl;transform:rotate(180deg);max-height:15rem;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;text-align:left}
.short{display:none}
.scroll::before{content:"← →";position:sticky;left:0;display:none;width:fit-content;color:var(--soft);font-size:.85rem}
.scroll.many::before{display:block}
@supports (animation-timeline:scroll()){
.scroll::before,.scroll.many::before{display:block;height:0;overflow:hidden;animation:hint linear both;animation-timeline:scroll(nearest inline)}
}
@keyframes hint{from,to{height:1.5em}}
details{margin:.6rem 0 0}
.fold>summary{font-size:1rem;padding:.3rem 0}
summary{cursor:pointer;color:var(--accent);font-size:.92rem;width:fit-content}
.actions{width:100%}
.actions td.do{width:45%}
.actions span.soft{white-space:nowrap}
.actions:has(.do) span.soft{display:block}
.actions p{margin:0 0 .3rem}
.facts{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.35rem 1.5rem;margin:.5rem 0;font-size:.95rem}
.facts dt{font-weight:600}
.facts dd{margin:0;max-width:46rem}
.note-list{padding-left:1.2rem;max-width:52rem}
.hash{font-family:ui-monospace,Consolas,monospace;font-size:.8rem;overflow-wrap:anywhere}
footer{margin-top:3rem;padding-bottom:3rem;color:var(--soft);font-size:.9rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media screen and (min-width:1400px){
:root{--left:max(0px,calc((100vw - 87rem)/2))}
main,header,footer{margin-left:calc(var(--left) + 16.5rem);margin-right:0}
main nav{position:fixed;left:calc(var(--left) + 1.5rem);top:1.25rem;width:14.5rem;max-height:calc(100vh - 2.5rem);overflow-y:auto;margin:0}
main nav ul{display:block;font-size:.86rem;line-height:1.35}
main nav li{margin:.4rem 0}
main nav a{text-decoration:none}
main nav a:hover,main nav a:focus-visible{text-decoration:underline}
main nav .kicker{margin-top:0}
}
@media (max-width:66rem){
.now{grid-template-columns:minmax(0,1fr)}header .trend{display:block}
.tiles{grid-template-columns:repeat(4,1fr)}
}
@media (max-width:60rem){
#score-grid .shaded td{padding-left:.3rem;padding-right:.2rem}
.first{grid-auto-flow:row}
.tiles{grid-template-columns:1fr 1fr}
}
@media screen and (max-width:48rem){
.actions,.actions tbody,.actions tr,.actions td,.actions th{display:block;width:auto}
.actions thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.actions tr{border-bottom:1px solid var(--line);padding:.6rem 0}
.actions td,.actions th{border:0;padding:.1rem 0;text-align:left}
.actions th:has(>.shape){padding-left:1rem}
.actions td.do,.actions tbody th{width:auto}
.actions:has(.do) span.soft{display:inline}
.actions td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}
}
@media (max-width:40rem){
main,header,footer,nav{padding-left:1rem;padding-right:1rem}
header{padding-top:1.5rem}
h1{font-size:1.55rem}
.beside .side{display:none}.legend.narrow-legend{display:flex}
.first li{padding:.5rem .8rem .6rem}
.tiles .big{font-size:1.1rem}
svg text.minor{display:none}
:where(.scroll) table{font-size:.8rem}
.scroll tbody th:has(bdi){min-width:6.2rem}
.scroll thead th:first-child,.scroll tbody th{position:sticky;left:0;background:var(--page);z-index:1}
.scroll tbody th bdi{overflow-wrap:break-word}
.ribbons table{font-size:.72rem}
.ribbons th,.ribbons td{padding-right:.2rem}
.ribbons td.number{padding-left:.5rem}
.ribbons .shape{display:none}
.ribbons :is(th,td):has(>.shape){padding-left:0;text-indent:0}
.ribbons table{table-layout:auto}
.ribbons th:nth-child(-n+3){width:auto}
.ribbons td:nth-child(2){min-width:1.4rem}
.scroll tbody th{min-width:4.5rem;max-width:40vw}
.ribbons tbody th:has(bdi){min-width:0}
.long-names tbody th{min-width:9rem}
[aria-labelledby=top] tbody th:has(bdi){min-width:8.4rem}
#cohort-triangle tbody th{white-space:nowrap}
th,td{padding:.3rem .45rem .3rem 0}
.shaded{font-size:.74rem}
.shaded th,.shaded td{padding:.25rem .2rem}
.shaded td{min-width:1.6rem}
.shaded tbody th{white-space:normal;min-width:3.2rem}
.shaded .sub{font-size:.68rem}
#score-grid .region{display:none}#score-grid th .whole{white-space:normal}
#score-grid .shaded{table-layout:auto}
#score-grid .shaded th:first-child{width:27%;min-width:0;text-wrap:balance;overflow-wrap:normal}
#score-grid .shaded td{height:auto}
#score-grid .sub{display:block}
#grid-revenue .shaded,#grid-average .shaded{font-size:.64rem}
#grid-revenue .shaded td,#grid-average .shaded td{padding:.25rem .08rem}
#segment-map td.text{min-width:4.6rem}
#segment-map tbody th{width:auto}
.turned{display:none}.short{display:inline}.facts{grid-template-columns:1fr;gap:.1rem}
.facts dd{margin-bottom:.6rem}
}
@media (max-width:21rem){
svg text{font-size:11px}
}
@media (prefers-color-scheme:dark){@media screen{${DARK}
}}
${FORCED_COLOURS}${PRINT}`;
