/// The look of a printed report: black on white, thin rules, figures that line up.
enum HTMLStyle {
  /// Dark to light, so that the parts of a bar stay apart on a grey printer.
  static let palette = ["#0b4f6c", "#d9a04a", "#e3eaee", "#7d8f52", "#8c4a5a"]

  static let sheet = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #f3f1ec; color: #1b1b1b;
      font: 15px/1.45 "Noto Serif", "PT Serif", "Liberation Serif", "Times New Roman", serif; }
    main { max-width: 80rem; margin: 2rem auto; padding: 3rem 3.5rem; background: #fff;
      border: 1px solid #dcd8cf; border-top: 5px solid #0b4f6c; }
    h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.25; font-weight: 600; }
    h2 { margin: 1.6rem 0 .3rem; font-size: .95rem; font-weight: 600; }
    dl { display: flex; flex-wrap: wrap; gap: .6rem 2.6rem; margin: 0 0 1.8rem; }
    dt { font-size: .78rem; color: #5a5a5a; }
    dd { margin: 0; font-variant-numeric: tabular-nums; }
    table { width: 100%; border-collapse: collapse; font-size: .92rem;
      font-variant-numeric: tabular-nums lining-nums;
      border-top: 2px solid #1b1b1b; border-bottom: 2px solid #1b1b1b; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    th, td { padding: .34rem .6rem; text-align: left; vertical-align: baseline; }
    th { font-weight: normal; }
    thead th { vertical-align: bottom; font-weight: 600; font-size: .85rem; line-height: 1.25;
      border-bottom: 1px solid #1b1b1b; }
    tbody tr + tr { border-top: 1px solid #e7e4dd; }
    .n { text-align: right; white-space: nowrap; }
    .d { white-space: nowrap; }
    thead .n { white-space: normal; }
    .group th { padding-top: .8rem; font-weight: 600; color: #0b4f6c; }
    .group ~ tr th[scope="row"] { padding-left: 1.4rem; }
    .subtotal th, .subtotal td { font-style: italic; border-top: 1px solid #8a8a8a; }
    tfoot th, tfoot td { font-weight: 600; border-top: 1px solid #1b1b1b; }
    figure { margin: 2rem 0 0; break-inside: avoid; }
    figcaption { margin-bottom: .5rem; font-weight: 600; font-size: .95rem; }
    figcaption span { font-weight: normal; color: #5a5a5a; }
    svg { display: block; width: 100%; max-width: 60rem; height: auto; }
    svg text { font: 13px "Noto Serif", "PT Serif", "Liberation Serif", "Times New Roman", serif;
      fill: #1b1b1b; }
    svg .tick { font-size: 11px; fill: #5a5a5a; }
    svg line { stroke: #dcd8cf; }
    svg rect { stroke: #333; stroke-width: .6; }
    ol { margin: 0; padding-left: 1.3rem; font-size: .85rem; color: #333; }
    @media print {
      body { background: #fff; font-size: 10pt; }
      main { max-width: none; margin: 0; padding: 0; border: 0; }
      thead { display: table-header-group; }
      tfoot { display: table-row-group; }
      tr, li { break-inside: avoid; }
      .group { break-after: avoid; }
      * { print-color-adjust: exact; }
    }
    @media (max-width: 40rem) { main { margin: 0; padding: 1.2rem; border-width: 5px 0 0; overflow-x: auto; } }
    """
}
