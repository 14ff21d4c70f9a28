/** The page on paper: black on white, everything unfolded, no figure parted from its heading. */
export const PRINT = `@media print{
@page{margin:14mm}
html{font-size:12.5px}
body{font-size:1rem;line-height:1.4}
p{orphans:3;widows:3}
main,header,footer{max-width:none;padding:0}header .trend{display:none}
nav,.skip,summary,.switch{display:none}
.fold::details-content{content-visibility:visible;block-size:auto}
h1,h2,h3,h4{break-inside:avoid;break-after:avoid}
h2{margin-top:1.5rem}figcaption{break-after:avoid}
.pair .figure,.triple,.plot,.ribbons,figcaption,.first li,.tiles,tr,li,.instead,.view,.shaded,.legend,.facts,.figure>.scroll{break-inside:avoid}
.now{display:block}.now .figure{margin-top:.6rem}.tiles .change{font-size:.75rem;line-height:1.25}
ul,.legend,footer,.scroll table:not(.shaded) tbody tr:nth-last-child(-n+2),.actions tbody tr:last-child{break-before:avoid}li:first-child{break-after:avoid}.note-list.small{break-inside:avoid}
footer{margin-top:1rem;padding-bottom:0}
#score-grid .shaded td{height:2.2rem}
.scroll{overflow:visible}
.scroll bdi{overflow-wrap:anywhere}
.actions bdi,#segment-map bdi,.ribbons bdi{overflow-wrap:break-word}
th,td{padding-top:.2rem;padding-bottom:.2rem}
.ribbon{height:14px}
.beside,:not(.beside)>.plot{zoom:.8}
.scroll.many::before,.scroll::before{display:none;animation:none}
.pair{grid-template-columns:1fr 1fr;gap:0 1rem}.tiles{grid-template-columns:repeat(4,1fr)}.triple{grid-template-columns:repeat(3,1fr)}.first{grid-auto-flow:column}
section>p{break-inside:avoid}
h2+p,p:has(+.figure,+.pair,+.triple,+.actions,+.tiles,+.scroll),.year{break-after:avoid}
svg text.minor,table{font-size:8.5pt}
.pair svg text.minor,.triple svg text.minor,.plain svg text.minor{display:none}
.shaded,.actions .small{font-size:8pt}
.shaded th,.shaded td{padding:.15rem .3rem}
.shaded td{min-width:0}.shaded .sub{font-size:7pt}
#cohort-triangle .shaded{font-size:7.5pt}#cohort-triangle .shaded :is(th,td){padding:.15rem .12rem}
:is(.pair,.triple) .figure:has(details[open]){grid-column:1/-1;display:block}
.scroll.many :is(th,td){padding-right:.4rem}details .many table{font-size:7pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
