/** How the workbooks of this program say that they open; no other program writes these sizes together. */
export const OWN_VIEW =
  '<workbookView xWindow="0" yWindow="0" windowWidth="28000" windowHeight="16000" tabRatio="850"/>';
