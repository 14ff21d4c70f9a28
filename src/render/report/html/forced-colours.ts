/**
 * Where readers force their own few colours on every page, as the contrast themes of Windows do. Charts have shades of the
 * text's colour there: they stand out from the page, and from each other, by lightness in every theme. GrayText and
 * Highlight do not, since each theme has its own of them. What keeps its colours has an outline.
 */
export const FORCED_COLOURS = `@media (forced-colors:active){
:root{--strong:CanvasText;--middle:color-mix(in srgb,CanvasText 55%,Canvas);--weak:color-mix(in srgb,CanvasText 20%,Canvas);
--page:Canvas;--card:Canvas;--ink:CanvasText;--soft:CanvasText;--line:var(--middle);--accent:LinkText;--bar:var(--strong);--bar-2:var(--middle);--bar-3:var(--weak);--curve:var(--strong);--range:var(--weak);--mark:LinkText;--hatch:Canvas;--whisker:var(--middle)}
.shaded td,.chip{forced-color-adjust:none}
.chip{border-color:CanvasText}
.first li,.tiles>div,.instead{border:1px solid CanvasText}
.first li{border-left-width:.35rem}
.shape path,.share rect,.rate rect,.ribbon path,.stack{stroke:CanvasText}
.grid{stroke:var(--weak)}
.bar{stroke:Canvas}
.kept,.back,.new,.spark rect{stroke:CanvasText}
.hatch{stroke:CanvasText;stroke-dasharray:3 3}
.shaded .quiet{background:var(--weak)}
svg text.in-range{stroke:Canvas}
}
`;
